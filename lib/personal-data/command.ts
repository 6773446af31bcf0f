import { numberCountry } from '../pbx/number-country.ts';
import { erasePerson } from './erase.ts';
import { exportPerson } from './export.ts';
import { findPerson, footprintOf, readScope } from './person-queries.ts';

/** A person by their number, for the command line: nobody is signed in there, and the audit says so. */
export async function personParts(number: string) {
  const country = await numberCountry();
  const scope = readScope({ number }, country);
  if (scope === null || scope === 'unreadable' || scope.kind !== 'number') return null;
  const person = await findPerson(scope);
  if (!person) return null;

  return {
    scope,
    isLine: person.belongsTo === 'line',
    footprint: await footprintOf(person),
    export: async (at: Date) => (await exportPerson({ scope, userId: null, at })) ?? nothing(),
    erase: (at: Date) => erasePerson({ scope, typed: scope.e164, country, userId: null, at }),
  };
}

async function* nothing(): AsyncGenerator<string> {}
