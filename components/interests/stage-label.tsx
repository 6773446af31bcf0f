import { CircleCheck, CircleDot, CircleX, type LucideIcon } from 'lucide-react';
import type { InterestStage, StageKind } from '@/lib/interests/types';
import { useStageName } from './use-stage-name';

const LOOKS: Record<StageKind, { icon: LucideIcon; colour: string }> = {
  active: { icon: CircleDot, colour: 'text-accent-text' },
  won: { icon: CircleCheck, colour: 'text-talking' },
  lost: { icon: CircleX, colour: 'text-subtle' },
};

/** Where an interest stands: a glyph for the kind, and the word. */
export function StageLabel({ stage }: { stage: InterestStage }) {
  const name = useStageName()(stage);

  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1.5">
      <StageGlyph kind={stage.kind} />
      <bdi className="truncate" title={name}>
        {name}
      </bdi>
    </span>
  );
}

/** Decoration: the word stands beside it. */
export function StageGlyph({ kind }: { kind: StageKind }) {
  const { icon: Icon, colour } = LOOKS[kind];
  return <Icon aria-hidden="true" className={`size-3.5 shrink-0 ${colour}`} />;
}
