// Kept as text, one line a list: forty rows of one word each say no more.
const words = (text: string) => text.split(' ');
const phrases = (text: string) => text.split(' | ');

export const WOMEN = words(
  'Agnieszka Alicja Anna Barbara Beata Dorota Elżbieta Ewa Grażyna Iwona Joanna Julia Karolina Katarzyna Magdalena Małgorzata Maria Monika Natalia Paulina Renata Zofia',
);
export const MEN = words(
  'Adam Andrzej Bartosz Dariusz Filip Grzegorz Jacek Jakub Jan Kamil Krzysztof Łukasz Maciej Marcin Mateusz Michał Paweł Piotr Rafał Stanisław Tomasz Wojciech',
);

/** The man's form; a woman's name ends in -ska or -cka where his ends in -ski or -cki. */
export const SURNAMES = words(
  'Nowak Kowalczyk Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Król Michalski Wróbel Jabłoński Wieczorek Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Górski Sikora Rutkowski Baran Laskowski Cieślak Sawicki',
);

export const COMPANIES = phrases(
  'Kancelaria Wrona i Wspólnicy | Drukarnia Offset Plus | Przedszkole Słoneczko | Studio Architektury Linia | Biuro Rachunkowe Saldo | Serwis Rowerowy Koło | Przychodnia Dobry Lekarz',
);

/** Streets of Warsaw by district. */
export const DISTRICTS = [
  { district: 'Mokotów', streets: phrases('Puławska | Racławicka | Belwederska | Dolna | Odolańska | al. Niepodległości') },
  { district: 'Śródmieście', streets: phrases('Krucza | Wilcza | Hoża | Nowogrodzka | Chmielna | Tamka | Marszałkowska') },
  { district: 'Praga', streets: phrases('Ząbkowska | Targowa | Brzeska | Stalowa | Grochowska') },
  { district: 'Ochota', streets: phrases('Grójecka | Filtrowa | Wawelska') },
  { district: 'Wola', streets: phrases('Wolska | Górczewska | Młynarska') },
];

export const DRIVER_NOTES = phrases(
  'Kod do bramy 1704 | Domofon nie działa, proszę dzwonić | Winda w drugiej klatce | Wejście od podwórza',
);
export const COMMENTS = phrases('Bez cebuli | Sztućce dla trzech osób | Płatność kartą | Sos osobno | Proszę o fakturę');
export const DRIVERS = phrases('Damian Kurek | Igor Szewczyk | Hubert Bąk | Sebastian Kot | Kacper Duda | Oliwia Marczak');
