import { z } from 'zod';
import { MAX_TYPED_CHARACTERS } from './limits.ts';

export const TypedNumber = z.string().trim().min(1).max(MAX_TYPED_CHARACTERS);
