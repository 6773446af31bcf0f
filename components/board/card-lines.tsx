import { useTranslations } from 'next-intl';
import type { BoardLine, LineMark } from '@/lib/board/types';

/** What is cooked: how many, what, and how. What was changed is said in words beside it. */
export function CardLines({ lines }: { lines: BoardLine[] }) {
  return (
    <ul className="flex flex-col gap-1 py-1 text-md">
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ul>
  );
}

function Line({ line: { name, quantity, note, mark } }: { line: BoardLine }) {
  const isRemoved = mark?.kind === 'removed';
  const Name = isRemoved ? 's' : 'span';

  return (
    <li className={`grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 ${isRemoved ? 'text-muted' : ''}`}>
      <span className="num text-end font-semibold">{quantity}</span>
      <span className="wrap-anywhere">
        <Name>
          <bdi>{name}</bdi>
        </Name>
        <Mark mark={mark} />
        {note && <bdi className="block font-semibold">{note}</bdi>}
      </span>
    </li>
  );
}

function Mark({ mark }: { mark: LineMark | null }) {
  const t = useTranslations('board');
  if (!mark) return null;

  const words = wordsOf(mark, t);
  return words.map((word) => (
    <span key={word} className="ms-1.5 font-medium text-accent-text text-xs">
      <bdi>{word}</bdi>
    </span>
  ));
}

type Words = ReturnType<typeof useTranslations<'board'>>;

function wordsOf(mark: LineMark, t: Words): string[] {
  switch (mark.kind) {
    case 'added':
      return [t('marks.added')];
    case 'removed':
      return [t('marks.removed')];
    case 'changed': {
      const { quantityWas, noteWas } = mark;
      return [
        ...(quantityWas === undefined ? [] : [t('marks.quantityWas', { quantity: quantityWas })]),
        ...(noteWas === undefined ? [] : [noteWas ? t('marks.noteWas', { note: noteWas }) : t('marks.noteAdded')]),
      ];
    }
  }
}
