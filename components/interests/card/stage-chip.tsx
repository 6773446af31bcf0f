'use client';

import { CircleCheck, CircleDot, CircleX } from 'lucide-react';
import type { InterestStage, StageKind } from '@/lib/interests/types';
import { Chip, type Tone } from '../../ui/chip';
import { useStageName } from './use-stage-name';

const LOOKS: Record<StageKind, { tone: Tone; icon: typeof CircleDot }> = {
  active: { tone: 'accent', icon: CircleDot },
  won: { tone: 'talking', icon: CircleCheck },
  lost: { tone: 'neutral', icon: CircleX },
};

/** How far an interest has come: by its name, its colour and its sign. */
export function StageChip({ stage }: { stage: InterestStage }) {
  const stageName = useStageName();
  const { tone, icon: Icon } = LOOKS[stage.kind];

  return (
    <Chip tone={tone} icon={<Icon aria-hidden="true" />}>
      <bdi className="max-w-40 truncate">{stageName(stage)}</bdi>
    </Chip>
  );
}
