'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import type { NumberOwner } from '@/lib/customers/number-owners';
import type { NumberDecision } from '@/lib/customers/number-schema';
import { Button } from '../../ui/button';
import { ClassIcon } from '../../ui/class-icon';
import { Dialog } from '../../ui/dialog';
import type { TakenNumber } from './use-add-number';

type TakenDialogProps = {
  taken: TakenNumber;
  /** To whom it is being added. */
  name: string;
  isPending: boolean;
  onDecide: (decision: NumberDecision) => void;
  onMerge: (owner: NumberOwner) => void;
  onClose: () => void;
};

/** The number is somebody else's: share it, move it, or the two records are one person (S1.15a). Nobody loses it unasked. */
export function TakenDialog({ taken, name, isPending, onDecide, onMerge, onClose }: TakenDialogProps) {
  const t = useTranslations('customerCard.taken');
  const { phone, owners, ownerCount, hasChanged } = taken;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [only] = owners;
  const owner = ownerCount === 1 ? only : owners.find(({ id }) => id === chosenId);
  const seen = { ownerIds: owners.map(({ id }) => id), ownerCount };
  const chooseFirst = owner ? null : t('chooseFirst');

  return (
    <Dialog title={t('title', { number: phone })} onClose={onClose} footer={<Button onClick={onClose}>{t('cancel')}</Button>}>
      <div className="flex flex-col gap-4">
        {hasChanged && <p role="alert">{t('changed')}</p>}
        <Owners
          owners={owners}
          more={ownerCount - owners.length}
          chosenId={chosenId}
          onChoose={ownerCount > 1 ? setChosenId : null}
        />
        <ul className="flex flex-col gap-3">
          <Way hint={t('shareHint')}>
            <Button isPending={isPending} onClick={() => onDecide({ kind: 'share', ...seen })}>
              {t('share')}
            </Button>
          </Way>
          <Way hint={owner ? moveHint(owner) : t('moveOneHint', { name })}>
            <Button
              isPending={isPending}
              disabledReason={chooseFirst}
              onClick={() => owner && onDecide({ kind: 'move', ownerId: owner.id, ...seen })}
            >
              {t('move')}
            </Button>
          </Way>
          <Way hint={owner ? t('mergeHint', { owner: owner.name, name }) : t('mergeOneHint')}>
            <Button disabledReason={chooseFirst} onClick={() => owner && onMerge(owner)}>
              {t('merge')}
            </Button>
          </Way>
        </ul>
      </div>
    </Dialog>
  );

  function moveHint({ name: ownerName, numberCount }: NumberOwner): string {
    return numberCount === 1
      ? t('moveOnlyHint', { owner: ownerName, name })
      : t('moveHint', { owner: ownerName, name, count: numberCount - 1 });
  }
}

function Way({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-3 [&>button]:w-full">
      {children}
      <p className="wrap-anywhere text-muted">{hint}</p>
    </li>
  );
}

type OwnersProps = { owners: NumberOwner[]; more: number; chosenId: string | null; onChoose: ((id: string) => void) | null };

/** Who has it; of several, one is chosen to move it from or to merge with. */
function Owners({ owners, more, chosenId, onChoose }: OwnersProps) {
  const t = useTranslations('customerCard.taken');
  const group = useId();

  return (
    <ul
      aria-label={t('owners')}
      className="flex max-h-60 flex-col gap-1 overflow-y-auto rounded-md border border-border px-3 py-2"
    >
      {owners.map((owner) => (
        <li key={owner.id}>
          {onChoose ? (
            <label className="flex min-h-7 min-w-0 cursor-(--cursor-interactive) items-center gap-2">
              <input
                type="radio"
                name={group}
                className="shrink-0 accent-accent"
                checked={owner.id === chosenId}
                onChange={() => onChoose(owner.id)}
              />
              <OwnerName owner={owner} />
            </label>
          ) : (
            <span className="flex min-h-7 min-w-0 items-center gap-2">
              <OwnerName owner={owner} />
            </span>
          )}
        </li>
      ))}
      {more > 0 && <li className="text-muted text-xs">{t('more', { count: more })}</li>}
    </ul>
  );
}

function OwnerName({ owner }: { owner: NumberOwner }) {
  return (
    <>
      <ClassIcon of={owner.class} />
      <span className="wrap-anywhere min-w-0">
        <bdi className="font-medium">{owner.name}</bdi>
        {[owner.company, owner.contactName].filter(Boolean).map((text) => (
          <bdi key={text} className="ms-1.5 text-muted">
            {text}
          </bdi>
        ))}
      </span>
    </>
  );
}
