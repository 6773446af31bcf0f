import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import { SearchText } from '../search-text.ts';
import {
  MAX_EMAIL_CHARACTERS,
  MAX_LOGIN_CHARACTERS,
  MAX_NAME_CHARACTERS,
  MAX_PASSWORD_CHARACTERS,
  MAX_PBX_PASSWORD_CHARACTERS,
  MIN_PASSWORD_CHARACTERS,
} from './limits.ts';
import { CALLS_WITH, ROLES } from './types.ts';

export const UserParams = z.object({ id: z.uuid() });
export const UserFilter = z.object({ text: SearchText });
export type UserFilter = z.infer<typeof UserFilter>;

/** `?tab=`: what of a link cannot be read is the first. */
export const UserTab = z.object({ tab: z.enum(['profile', 'phone']).catch('profile') });
export type UserTab = z.infer<typeof UserTab>['tab'];

const userId = z.uuid();

const typed = (characters: number) =>
  z
    .string()
    .max(characters, 'tooLong')
    .transform((text) => plainText(text).trim());

// As the sign-in reads it.
const Email = typed(MAX_EMAIL_CHARACTERS)
  .transform((text) => text.toLowerCase())
  .pipe(z.email('emailInvalid'));

const Password = z.string().min(MIN_PASSWORD_CHARACTERS, 'passwordTooShort').max(MAX_PASSWORD_CHARACTERS, 'tooLong');

export const Profile = z.object({
  name: typed(MAX_NAME_CHARACTERS).refine((name) => name !== '', 'nameMissing'),
  email: Email,
  role: z.enum(ROLES, 'invalid'),
  /** Of a `venue` user. */
  pointOfSaleId: z.uuid('invalid').nullable(),
});
export type Profile = z.infer<typeof Profile>;

export const AddUser = Profile.extend({ password: Password });
export type AddUser = z.infer<typeof AddUser>;

/** Only what was changed, so that two admins at different fields do not undo each other. */
export const ChangeUser = z.object({ userId, changes: Profile.partial() });
export const SetDisabled = z.object({ userId, isDisabled: z.boolean() });
export const SetPassword = z.object({ userId, password: Password });

// Quotes, colons and spaces would end the word that a PBX reads in a digest or in its own files.
const Login = typed(MAX_LOGIN_CHARACTERS).refine((login) => !/[\s":;,<>]/.test(login), 'loginInvalid');

/** Empty keeps the one that is stored. As it is typed: a space may be part of it. */
const PbxPassword = z
  .string()
  .max(MAX_PBX_PASSWORD_CHARACTERS, 'tooLong')
  .refine((password) => !/\p{Cc}/u.test(password), 'pbxPasswordInvalid')
  .transform((password) => password || undefined);

const EXTENSION = /^[0-9A-Za-z_.-]{1,32}$/;
/** Empty is the login (S0.2). */
const Extension = typed(MAX_LOGIN_CHARACTERS).refine(
  (extension) => extension === '' || EXTENSION.test(extension),
  'extensionInvalid',
);

export function isExtension(text: string): boolean {
  return EXTENSION.test(text);
}

export const SavePhone = z.object({
  userId,
  callsWith: z.enum(CALLS_WITH, 'invalid').optional(),
  account: z
    .object({
      connectionId: z.uuid(),
      login: Login.optional(),
      password: PbxPassword.optional(),
      extension: Extension.optional(),
      /** Makes it the one that the user calls through. */
      isActive: z.literal(true).optional(),
    })
    .optional(),
});
export type SavePhone = z.infer<typeof SavePhone>;
export type AccountChange = NonNullable<SavePhone['account']>;

export const RemoveAccount = z.object({ userId, connectionId: z.uuid() });
export type RemoveAccount = z.infer<typeof RemoveAccount>;
