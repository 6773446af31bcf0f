'use client';

import { Ban, Minus, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, memo, type ReactNode, useState } from 'react';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import { lineTotalMinor } from '@/lib/deliveries/totals';
import type { OrderLine } from '@/lib/deliveries/types';
import { readQuantity } from '@/lib/deliveries/typing';
import { IconButton } from '../../ui/icon-button';
import { Money } from '../../ui/money';

type OrderLineRowProps = {
  line: OrderLine;
  isReadOnly: boolean;
  /** The point of sale does not know of it yet. */
  isAdded: boolean;
  /** Why it cannot be had, in words; null while it can. */
  lack: string | null;
  onChange: (lineId: string, change: Partial<OrderLine>) => void;
  onRemove: (line: OrderLine) => void;
  onLeave: () => void;
};

export const OrderLineRow = memo(function OrderLineRow({
  line,
  isReadOnly,
  isAdded,
  lack,
  onChange,
  onRemove,
  onLeave,
}: OrderLineRowProps) {
  const t = useTranslations('delivery');

  return (
    <li className="flex items-start gap-2 border-separator border-b py-2 last:border-b-0">
      <Quantity line={line} isReadOnly={isReadOnly} onChange={(quantity) => onChange(line.id, { quantity })} />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-medium">
          <bdi>{line.name}</bdi>
          {isAdded && <span className="ms-1.5 font-medium text-accent-text text-xs">{t('addedNow')}</span>}
        </p>
        {lack && (
          <p className="flex items-center gap-1 text-missed text-xs">
            <Ban aria-hidden="true" className="size-3 shrink-0" />
            {lack}
          </p>
        )}
        <input
          type="text"
          className="w-full rounded bg-transparent text-muted text-xs outline-none placeholder:text-subtle hover:bg-surface-secondary focus-visible:bg-surface-secondary focus-visible:ring-2 focus-visible:ring-focus"
          aria-label={t('noteOf', { product: line.name })}
          placeholder={isReadOnly ? '' : t('addNote')}
          maxLength={MAX_CHARACTERS.lineNote}
          autoComplete="off"
          readOnly={isReadOnly}
          value={line.note}
          onChange={(event) => onChange(line.id, { note: event.target.value })}
          onBlur={onLeave}
        />
      </div>
      <Money minor={lineTotalMinor(line)} className="pt-1" />
      {!isReadOnly && (
        <IconButton
          name={t('removeProduct', { product: line.name })}
          icon={<Trash2 aria-hidden="true" />}
          size="sm"
          onClick={() => onRemove(line)}
        />
      )}
    </li>
  );
});

type QuantityProps = { line: OrderLine; isReadOnly: boolean; onChange: (quantity: number) => void };

function Quantity({ line, isReadOnly, onChange }: QuantityProps) {
  const t = useTranslations('delivery');
  const [typed, setTyped] = useState<string | null>(null);

  function set(text: string) {
    const quantity = readQuantity(text);
    if (quantity !== null) onChange(quantity);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step || isReadOnly) return;
    event.preventDefault();
    setTyped(null);
    set(String(line.quantity + step));
  }

  return (
    <div className="flex h-7 shrink-0 items-center rounded-field border border-field-border">
      <StepButton
        name={t('fewer', { product: line.name })}
        isDisabled={isReadOnly || line.quantity <= 1}
        onStep={() => onChange(line.quantity - 1)}
      >
        <Minus aria-hidden="true" className="size-3" />
      </StepButton>
      <input
        type="text"
        inputMode="numeric"
        className="num w-7 rounded bg-transparent text-center outline-none focus-visible:ring-2 focus-visible:ring-focus"
        aria-label={t('quantityOf', { product: line.name })}
        maxLength={3}
        autoComplete="off"
        readOnly={isReadOnly}
        value={typed ?? line.quantity}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          set(event.target.value);
        }}
        onKeyDown={press}
        onBlur={() => setTyped(null)}
      />
      <StepButton name={t('more', { product: line.name })} isDisabled={isReadOnly} onStep={() => set(String(line.quantity + 1))}>
        <Plus aria-hidden="true" className="size-3" />
      </StepButton>
    </div>
  );
}

type StepButtonProps = { name: string; isDisabled: boolean; onStep: () => void; children: ReactNode };

/** Not on the way of the Tab key: the field between them takes arrows and digits. */
function StepButton({ name, isDisabled, onStep, children }: StepButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={name}
      disabled={isDisabled}
      onClick={onStep}
      className="grid h-full w-6 place-items-center rounded hover:bg-surface-tertiary disabled:opacity-40 pointer-coarse:w-10"
    >
      {children}
    </button>
  );
}
