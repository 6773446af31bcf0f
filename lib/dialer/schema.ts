import { z } from 'zod';

export const MAX_TYPED_CHARACTERS = 40;

export const TypedNumber = z.string().trim().min(1).max(MAX_TYPED_CHARACTERS);
