import { useTranslations } from 'next-intl';
import type { CardFact } from '@/lib/caller-card/facts';
import type { CallOperator, DeskCall } from '@/lib/caller-card/types';
import type { Caller } from './caller';
import { CallerFact } from './caller-fact';
import { CallerNote } from './caller-note';
import { CallerPhoto } from './caller-photo';
import { blocksOf, type CardBlock } from './card-blocks';
import { FoundPeople } from './found-people';

export type CallerFactsProps = {
  call: DeskCall;
  caller: Caller;
  /** What shows, in its order (S1.2). */
  facts: readonly CardFact[];
  operator: CallOperator | null;
  /** Whom the card is about stands above it already. */
  isHeaded: boolean;
  /** The call is up: there is room, and time, for everything. */
  isUp: boolean;
};

/** Everything known of the other side, in the organisation's order. A problem customer's note comes before all of it. */
export function CallerFacts(card: CallerFactsProps) {
  const t = useTranslations('callerCard');
  const { caller, facts } = card;
  const isProblem = caller.kind === 'customer' && caller.customer.class === 'problem';
  const blocks = blocksOf(facts.filter((fact) => !(isProblem && fact === 'note')));

  return (
    <section aria-label={t('caller')} className="flex flex-col gap-3">
      {isProblem && <CallerNote customer={caller.customer} isUp={card.isUp} />}
      {!facts.includes('deliveries') && <FoundPeople {...card} />}
      {blocks.map((block) => (
        <Block key={block.lines.join() || 'photo'} block={block} card={card} />
      ))}
    </section>
  );
}

/** Of a block in which nothing is known nothing is left, not even its place. */
function Block({ block: { lines, hasPhoto }, card }: { block: CardBlock; card: CallerFactsProps }) {
  const [first, ...others] = lines;
  if (first && others.length === 0 && !hasPhoto) return <Line facts={first} card={card} />;

  return (
    <div className="flex items-start gap-3 has-[>:only-child:empty]:hidden">
      <div className="flex min-w-0 flex-1 flex-col gap-1 empty:hidden">
        {lines.map((line) => (
          <Line key={line.join()} facts={line} card={card} />
        ))}
      </div>
      {hasPhoto && <CallerPhoto caller={card.caller} isLarge={card.isUp} />}
    </div>
  );
}

function Line({ facts, card }: { facts: CardFact[]; card: CallerFactsProps }) {
  const shown = facts.map((fact) => <CallerFact key={fact} fact={fact} card={card} />);
  return facts.length === 1 ? shown : <p className="flex flex-wrap items-center gap-2">{shown}</p>;
}
