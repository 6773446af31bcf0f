import { Board } from '@/components/interests/board/board';
import { InterestFilters } from '@/components/interests/interest-filters';
import { now } from '@/lib/clock';
import { readBoard } from '@/lib/interests/board-queries';
import { filterQuery, type InterestFilter } from '@/lib/interests/filter';
import { readFilterChoices } from '@/lib/interests/filter-choices';
import { numberCountry } from '@/lib/pbx/number-country';

type InterestBoardProps = { filter: InterestFilter; userId: string; mayEdit: boolean };

/** Everything of the board that needs the database. */
export async function InterestBoard({ filter, userId, mayEdit }: InterestBoardProps) {
  const at = now();
  const { stage: _, sort: __, after: ___, ...shared } = filter;
  const [columns, choices] = await Promise.all([
    readBoard(shared, { userId, country: await numberCountry() }, at),
    readFilterChoices(filter.customer),
  ]);

  return (
    <>
      <InterestFilters filter={shared} view="board" choices={choices} />
      <Board columns={columns} query={filterQuery(shared)} mayEdit={mayEdit} nowMs={at.getTime()} />
    </>
  );
}
