import { CircleAlert } from 'lucide-react';
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';

type ControlProps = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** A sentence. Takes the place of the hint. */
  error?: string | null;
  className?: string;
};

/** A label above, a control, and below it a hint or an error, never both. */
export function Field({
  label,
  hint,
  error,
  className = '',
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;

  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <label htmlFor={id} className={`label ${error ? 'label--invalid' : ''}`}>
        {label}
      </label>
      {children({ id, 'aria-describedby': note ? noteId : undefined, 'aria-invalid': error ? true : undefined })}
      {note && (
        <p id={noteId} className={`flex items-center gap-1 text-xs ${error ? 'field-error' : 'text-muted'}`}>
          {error && <CircleAlert aria-hidden="true" className="size-3.5 shrink-0" />}
          {note}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, hint, error, className, ...input }: FieldProps & Omit<ComponentPropsWithRef<'input'>, 'id'>) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <input type="text" {...input} {...control} data-invalid={error ? true : undefined} className="input w-full" />
      )}
    </Field>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  className,
  ...area
}: FieldProps & Omit<ComponentPropsWithRef<'textarea'>, 'id'>) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => <textarea {...area} {...control} data-invalid={error ? true : undefined} className="textarea w-full" />}
    </Field>
  );
}
