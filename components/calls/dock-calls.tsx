'use client';

import { LeftInquiries } from '../inquiries/left-inquiries';
import { isHere, useDesk } from '../softphone/desk-context';
import type { Transfer } from '../transfer/use-transfer';
import { CurrentCall } from './current-call';
import { ElsewhereCall } from './elsewhere-call';
import { LeftEntries } from './left-entries';
import { RingingCard } from './ringing-card';

export type DockCallsProps = { transfer: Transfer };

/** The calls of the dock: those that are up, then those that ring. It comes after the page, and before the first call. */
export function DockCalls({ transfer }: DockCallsProps) {
  const { ringing, current } = useDesk();

  return (
    <>
      {current.map((each, index) =>
        isHere(each) ? (
          <CurrentCall
            key={each.cardKey}
            {...each}
            hasKeys={index === 0}
            isAnotherRinging={ringing.length > 0}
            isAside={ringing.length > 0 && current.length > 1 && each.phase === 'held'}
            consultation={transfer.consultation}
            onTransfer={() => transfer.open(each.call.callId)}
          />
        ) : (
          <ElsewhereCall key={each.cardKey} call={each.call} />
        ),
      )}
      {ringing.map((call, index) => (
        <RingingCard key={call.cardKey} call={call} hasKeys={index === 0} />
      ))}
      <LeftEntries />
      <LeftInquiries />
    </>
  );
}
