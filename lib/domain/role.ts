import { z } from 'zod';
import { roles } from './role-ids.ts';

export { roles };

/** The learning paths of the guidelines; someone without a role follows what is for everyone. */
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
