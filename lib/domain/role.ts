import { z } from 'zod';

/** The learning paths of the guidelines; someone without a role follows what is for everyone. */
export const roles = ['communication', 'hr', 'sales', 'manager'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
