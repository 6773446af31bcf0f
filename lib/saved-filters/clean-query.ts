import * as deliveries from '../deliveries/filter.ts';
import * as interests from '../interests/filter.ts';
import type { FilteredList } from './types.ts';

/** What can be read of an address of this list, without its page, always in one order. */
export function cleanQuery(list: FilteredList, query: string): string {
  switch (list) {
    case '/deliveries':
      return deliveries.filterQuery(deliveries.readFilter(query));
    case '/interests':
      return interests.filterQuery(interests.readFilter(query));
  }
}
