import { type ReactNode, useId } from 'react';

type RadioChoiceProps = {
  /** Of the group. */
  name: string;
  label: string;
  hint: string;
  isChosen: boolean;
  onChoose: () => void;
  children?: ReactNode;
};

/** One of several, with what it means below its name. */
export function RadioChoice({ name, label, hint, isChosen, onChoose, children }: RadioChoiceProps) {
  const id = useId();

  return (
    <div className="flex items-start gap-2">
      <input
        id={id}
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        aria-describedby={`${id}-hint`}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <div id={`${id}-hint`} className="text-muted text-xs">
          <p>{hint}</p>
          {children}
        </div>
      </div>
    </div>
  );
}
