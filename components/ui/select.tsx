import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';

/** The native list: a real combobox to assistive technology, and it opens without making the page inert. */
export function Select({ className = '', children, ...rest }: ComponentPropsWithRef<'select'>) {
  return (
    <span className={`relative inline-flex ${className}`}>
      <select {...rest} className="select__trigger w-full appearance-none rounded-field border bg-field">
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute end-2 top-1/2 size-3.5 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
