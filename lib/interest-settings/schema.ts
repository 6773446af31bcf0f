import { z } from 'zod';
import { typedText } from '../typed-text.ts';
import { MAX_SERVICE_TYPES, MAX_SETTING_NAME, MAX_STAGES } from './limits.ts';

const Name = typedText(MAX_SETTING_NAME).transform((name) => name.replace(/\s+/g, ' '));
const GivenName = Name.refine((name) => name !== '', 'nameMissing');

/** Ids are made by the browser, so that a repeated save is the same one. */
export const AddNamed = z.object({ id: z.uuid(), name: GivenName });
export type AddNamed = z.infer<typeof AddNamed>;

/** `from` is what the browser showed, so that nothing a colleague changed meanwhile is overwritten. */
const Renamed = z.object({ id: z.uuid(), from: z.string() });
export const RenameType = Renamed.extend({ name: GivenName });
/** A standard stage without a name goes by its own, translated one. */
export const RenameStage = Renamed.extend({ name: Name });
export type RenameNamed = z.infer<typeof RenameStage>;

export const ArchiveNamed = z.object({ id: z.uuid(), isArchived: z.boolean() });
export type ArchiveNamed = z.infer<typeof ArchiveNamed>;

/** All the active stages, or all the service types, in their new order. */
export const OrderNamed = z.object({ ids: z.array(z.uuid()).max(Math.max(MAX_STAGES, MAX_SERVICE_TYPES)) });
export type OrderNamed = z.infer<typeof OrderNamed>;
