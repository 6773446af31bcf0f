import type { ComponentPropsWithRef } from 'react';
import { Field, type FieldProps } from './field';

type SecretFieldProps = FieldProps & Omit<ComponentPropsWithRef<'input'>, 'id' | 'type' | 'autoComplete'>;

/**
 * For a secret of another system that is written here and never read: a text box, which assistive technology can name, drawn as
 * dots. As a password field it would be filled in with, and offered to be kept as, the admin's own password.
 */
export function SecretField({ label, hint, error, className, ...input }: SecretFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <input
          {...input}
          {...control}
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          data-1p-ignore
          data-lpignore="true"
          data-invalid={error ? true : undefined}
          className="input input--secret w-full"
        />
      )}
    </Field>
  );
}
