'use client';

import { CircleAlert, PhoneCall, PhoneForwarded } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import type { TransferTarget } from '@/lib/transfers/types';
import { destinationOf, isOutside, type Wish, wishOf } from '@/lib/transfers/wish';
import { useFaultSentence } from '../dialer/use-fault-sentence';
import { readNumber, useReading } from '../dialer/use-reading';
import { useDesk } from '../softphone/desk-context';
import { useWhyNot } from '../softphone/use-callability';
import { Button } from '../ui/button';
import { ModalDialog } from '../ui/modal-dialog';
import { TargetField } from './target-field';
import { useTargets } from './use-targets';

type Way = 'askFirst' | 'transferNow';

/** To whom, and whether to ask them first. Closing it changes nothing; a refusal is told here, and the call stays. */
export function TransferDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useTranslations('transfer');
  const refusals = useTranslations('refusals');
  const { phone } = useDesk();
  const disabledReason = useWhyNot()('transfer');
  const formId = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<TransferTarget | null>(null);
  const [pending, setPending] = useState<Way | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const search = useTargets(callId, chosen ? '' : typed);
  // The list knows better by now whether the one chosen could take it.
  const known = search.targets.find((each) => each.userId === chosen?.userId) ?? chosen;
  const wish = wishOf(typed, known, search.targets);
  const reading = useReading(!chosen && isOutside(typed) ? typed : '');
  const faultSentence = useFaultSentence();
  const numberFault = reading?.kind === 'faulty' ? faultSentence(reading.fault) : null;
  const isOpen = useIsOpen();

  function type(text: string) {
    setTyped(text);
    setChosen(null);
    setProblem(null);
  }

  function choose(target: TransferTarget) {
    setTyped(target.name);
    setChosen(target);
    setProblem(null);
  }

  async function go(way: Way) {
    if (pending) return;
    const fault = faultOf(wish);
    setProblem(fault);
    if (fault || !wish) return;

    setPending(way);
    const destination = destinationOf(wish, wish.target ? null : (reading ?? (await readNumber(wish.to))));
    if (!isOpen()) return;
    if ('fault' in destination) {
      setPending(null);
      return setProblem(faultSentence(destination.fault));
    }
    const answer: ActionResult<unknown> = await phone[way === 'askFirst' ? 'consult' : 'transfer'](callId, destination.to);
    setPending(null);
    if (answer.ok) onClose();
    else setProblem(refusals(answer.reason));
  }

  function faultOf(meant: Wish | null): string | null {
    if (!meant) return t('nobodyChosen');
    const { target } = meant;
    return target?.availability === 'notConnected' ? t('notConnectedFault', { name: target.name }) : null;
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void go('askFirst');
  }

  return (
    <ModalDialog
      title={t('title')}
      onClose={onClose}
      footer={
        <>
          <Button
            icon={<PhoneForwarded aria-hidden="true" />}
            isPending={pending === 'transferNow'}
            disabledReason={disabledReason}
            onClick={() => go('transferNow')}
          >
            {t('transferNow')}
          </Button>
          <Button
            intent="primary"
            type="submit"
            form={formId}
            icon={<PhoneCall aria-hidden="true" />}
            isPending={pending === 'askFirst'}
            disabledReason={disabledReason}
          >
            {t('askFirst')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <TargetField
          typed={typed}
          search={search}
          chosen={known}
          numberFault={numberFault}
          isFaultSaid={numberFault !== null && problem === numberFault}
          onType={type}
          onChoose={choose}
        />
      </form>
      <p role="status" className="mt-2 min-h-5 text-muted">
        {pending && t(`pending.${pending}`)}
        {!pending && !problem && wish?.target?.availability === 'inCall' && t('inCallHint', { name: wish.target.name })}
      </p>
      {problem && (
        <p role="alert" className="field-error flex items-center gap-1.5">
          <CircleAlert aria-hidden="true" className="size-4 shrink-0" />
          {problem}
        </p>
      )}
    </ModalDialog>
  );
}

/** Closed while a number is still read, it gives nobody away. */
function useIsOpen(): () => boolean {
  const isOpen = useRef(true);

  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  return () => isOpen.current;
}
