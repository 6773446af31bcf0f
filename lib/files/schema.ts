import { z } from 'zod';
import { CreatedKey } from '../page.ts';
import { cleanFileName } from './file-name.ts';

export const FileId = z.uuid();
export const MoreFiles = z.object({ customerId: z.uuid(), after: CreatedKey });

/** Of longer names than any system allows only the beginning is read. */
const FileName = z.string().max(4_096).transform(cleanFileName);

/** What a page says of a file that it sends: whose it is to be, and what it is called. */
export const FileUpload = z
  .object({ fileId: FileId, name: FileName, customer: z.uuid().nullable(), note: z.uuid().nullable() })
  // Either, never both.
  .refine(({ customer, note }) => (customer === null) !== (note === null));
export type FileUpload = z.infer<typeof FileUpload>;

export const PhotoUpload = z.object({ fileId: FileId, name: FileName, customer: z.uuid() });

/** Whom a file hangs on: a customer, or a note, which is about a customer or on a call. */
export type FileOwner = { customerId: string | null; noteId: string | null; callId: string | null };
