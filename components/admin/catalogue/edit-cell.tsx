'use client';

import { type KeyboardEvent, startTransition, useId, useState, useTransition } from 'react';

type EditCellProps = {
  label: string;
  /** Arrows and Enter go along it, from row to row. */
  column: string;
  value: string;
  placeholder?: string;
  inputMode?: 'decimal' | 'text';
  maxLength?: number;
  className?: string;
  /** Answers the sentence that says why it was refused. */
  onSave: (typed: string) => Promise<string | null>;
};

/**
 * A value that is edited where it stands: saved when one leaves it, by Tab, Enter or an arrow; Esc brings back what was. What was
 * refused stays in the field with its sentence.
 */
export function EditCell({ label, column, value, placeholder, inputMode, maxLength, className = '', onSave }: EditCellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isSaving, startSaving] = useTransition();
  const faultId = useId();

  function reset() {
    setTyped(null);
    setFault(null);
  }

  function save() {
    if (typed === null) return;
    if (typed.trim() === value) return reset();

    startSaving(async () => {
      const sentence = await onSave(typed);
      startTransition(() => {
        setFault(sentence);
        // What was typed on meanwhile stays.
        if (!sentence) setTyped((now) => (now === typed ? null : now));
      });
    });
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape') return reset();
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.nativeEvent.isComposing) return;

    event.preventDefault();
    const next = fault && event.key === 'Enter' ? undefined : cellBeside(event.currentTarget, step);
    if (next) next.focus();
    else save();
  }

  /** What was refused and is still the same is not asked again by merely passing through. */
  function leave() {
    if (!fault) save();
  }

  return (
    <div className="min-w-0 flex-1">
      <input
        type="text"
        className={`cell-input ${className}`}
        data-column={column}
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? faultId : undefined}
        aria-busy={isSaving || undefined}
        title={typed ?? value}
        placeholder={placeholder}
        inputMode={inputMode}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? value}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setFault(null);
        }}
        onKeyDown={press}
        onBlur={leave}
      />
      {fault && (
        <p id={faultId} role="alert" className="cell-fault field-error">
          {fault}
        </p>
      )}
    </div>
  );
}

function cellBeside(cell: HTMLInputElement, step: number): HTMLInputElement | undefined {
  const column = cell.closest('table')?.querySelectorAll<HTMLInputElement>(`input[data-column="${cell.dataset.column}"]`);
  const cells = [...(column ?? [])];
  return cells[cells.indexOf(cell) + step];
}
