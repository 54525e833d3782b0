import { z } from 'zod';
import { errorCodes } from '../domain/errors.ts';

export const errorPayload = z.object({
  error: z.object({ code: z.enum(errorCodes), message: z.string() }),
});
export type ErrorPayload = z.infer<typeof errorPayload>;
