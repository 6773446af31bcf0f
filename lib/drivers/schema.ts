import { z } from 'zod';

export const DriverParams = z.object({ id: z.uuid() });
