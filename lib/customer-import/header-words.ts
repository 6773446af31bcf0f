import type { ImportField } from './types.ts';

/** What columns are called in English and Polish, folded: `Nr telefonu` is `nr telefonu`. */
export const HEADER_WORDS: Record<ImportField, readonly string[]> = {
  id: ['id', 'offhook id', 'customer id', 'id klienta'],
  name: ['name', 'full name', 'customer', 'customer name', 'client', 'imie i nazwisko', 'nazwa', 'klient', 'nazwa klienta', 'kontakt'],
  firstName: ['first name', 'given name', 'forename', 'imie'],
  lastName: ['last name', 'surname', 'family name', 'nazwisko'],
  company: ['company', 'company name', 'organisation', 'organization', 'firma', 'nazwa firmy', 'organizacja'],
  class: ['class', 'customer class', 'category', 'type', 'klasa', 'kategoria', 'typ', 'rodzaj'],
  note: ['note', 'notes', 'warning', 'comment', 'comments', 'remarks', 'notatka', 'notatki', 'uwagi', 'uwaga', 'komentarz'],
  number: [
    ...['number', 'other numbers', 'phone', 'phone number', 'telephone', 'tel', 'mobile', 'mobile phone', 'cell', 'cell phone'],
    ...['numer', 'inne numery', 'telefon', 'nr tel', 'nr telefonu', 'numer telefonu', 'komorka', 'tel komorkowy', 'telefon komorkowy'],
  ],
  city: ['city', 'town', 'miasto', 'miejscowosc'],
  country: ['country', 'kraj', 'panstwo'],
  birthday: ['birthday', 'birth date', 'date of birth', 'born', 'urodziny', 'data urodzenia', 'ur'],
  source: ['source', 'heard from', 'heard of us', 'zrodlo', 'skad', 'skad o nas wie'],
  street: ['street', 'address', 'street address', 'ulica', 'adres', 'ulica i numer'],
  flat: ['flat', 'apartment', 'apt', 'mieszkanie', 'lokal', 'nr lokalu', 'nr mieszkania'],
  district: ['district', 'quarter', 'dzielnica'],
  addressCity: ['city of address', 'address city', 'delivery city', 'miasto adresu', 'miasto dostawy'],
  driverNote: ['note for the driver', 'driver note', 'directions', 'uwagi dla kierowcy', 'wskazowki'],
};
