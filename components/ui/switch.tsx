import type { ComponentPropsWithRef, ReactNode } from 'react';

type SwitchProps = Omit<ComponentPropsWithRef<'button'>, 'role' | 'type'> & {
  isOn: boolean;
  /** Where the label stands. */
  side?: 'start' | 'end';
  children: ReactNode;
};

/** On or off, at once. Its label is its content unless `aria-label` says it better. */
export function Switch({ isOn, side = 'end', className = '', children, ...rest }: SwitchProps) {
  return (
    <button
      {...rest}
      type="button"
      role="switch"
      aria-checked={isOn}
      className={`inline-flex items-center gap-2 rounded-sm py-1 ${side === 'start' ? 'flex-row-reverse' : ''} ${className}`}
    >
      <span
        aria-hidden="true"
        className={`relative h-4.5 w-8 shrink-0 rounded-full border transition-colors duration-100 ${
          isOn ? 'border-talking-solid bg-talking-solid' : 'border-field-border bg-surface-tertiary'
        }`}
      >
        <span className={`absolute top-0.5 size-3 rounded-full ${isOn ? 'end-0.5 bg-white' : 'start-0.5 bg-subtle'}`} />
      </span>
      {children}
    </button>
  );
}
