'use client';

import type { MouseEvent } from 'react';
import { Pie, PieChart, type PieSectorShapeProps, Sector } from 'recharts';
import { useDeskRouter } from '../live/use-desk-router';
import { DONUT_PX, type DonutSlice } from './donut-slice';

const GAP_DEGREES = 3;
const SHARE_OF_RADIUS = { inner: 0.7, outer: 1 };

/** A ring whose slices are links. Only this file knows the library that draws it. */
export function Donut({ slices }: { slices: DonutSlice[] }) {
  const router = useDeskRouter();
  const shown = slices.filter(({ rows }) => rows > 0);

  function follow(event: MouseEvent, href: string) {
    // With a key held down the browser opens it elsewhere. Else this page is left without a reload: a call may be up on it.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    router.push(href);
  }

  return (
    <PieChart width={DONUT_PX} height={DONUT_PX} accessibilityLayer={false} margin={{ top: 0, right: 0, bottom: 0, left: 0 }}>
      <Pie
        data={shown}
        dataKey="rows"
        startAngle={90}
        endAngle={-270}
        innerRadius={(DONUT_PX / 2) * SHARE_OF_RADIUS.inner}
        outerRadius={(DONUT_PX / 2) * SHARE_OF_RADIUS.outer}
        paddingAngle={shown.length > 1 ? GAP_DEGREES : 0}
        minAngle={shown.length > 1 ? 2 * GAP_DEGREES : 0}
        stroke="none"
        isAnimationActive={false}
        rootTabIndex={-1}
        shape={(sector: PieSectorShapeProps) => {
          const slice = shown[sector.index ?? 0];
          return slice ? (
            <a href={slice.href} aria-label={slice.label} className="donut-slice" onClick={(event) => follow(event, slice.href)}>
              <Sector {...sector} fill={slice.colour} />
            </a>
          ) : (
            <g />
          );
        }}
      />
    </PieChart>
  );
}
