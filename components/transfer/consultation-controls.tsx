'use client';

import { Check, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { backToCaller, type Consultation } from '@/lib/softphone/consultation';
import { useDesk } from '../softphone/desk-context';
import { useCallAct } from '../softphone/use-call-act';
import { useWhyNot } from '../softphone/use-callability';
import { Button } from '../ui/button';

/** What may come of a question: the caller goes to whom was asked, or stays here (S3.4, S3.15). */
export function ConsultationControls({ consultation }: { consultation: Consultation }) {
  const t = useTranslations('transfer');
  const phones = useTranslations('phone');
  const { phone } = useDesk();
  const noPhoneReason = useWhyNot()('completeTransfer');
  const completing = useCallAct();
  const returning = useCallAct();
  const { main, asked, isAnswered } = consultation;
  const notAnsweredReason = isAnswered ? null : phones('notAnsweredYet');

  return (
    <div data-consultation className="mt-3 flex flex-col gap-2">
      <Button
        intent="primary"
        size="lg"
        className="w-full max-lg:h-12"
        icon={<Check aria-hidden="true" />}
        isPending={completing.isPending}
        disabledReason={noPhoneReason ?? notAnsweredReason}
        onClick={() => completing.act(() => phone.completeTransfer(main.callId, asked.callId))}
      >
        {t('complete')}
      </Button>
      <Button
        size="lg"
        className="w-full max-lg:h-12"
        icon={<Undo2 aria-hidden="true" />}
        isPending={returning.isPending}
        disabledReason={noPhoneReason}
        onClick={() => returning.act(() => backToCaller(phone, consultation))}
      >
        {t('back')}
      </Button>
    </div>
  );
}
