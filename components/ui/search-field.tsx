import { Search } from 'lucide-react';
import { MAX_SEARCH_CHARACTERS } from '@/lib/search-limit';

type SearchFieldProps = { label: string; hint: string; text: string | undefined; onType: () => void; className?: string };

/** The `text` of a filter form. */
export function SearchField({ label, hint, text = '', onType, className = '' }: SearchFieldProps) {
  return (
    <span className={`relative block ${className}`}>
      <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2 size-4 text-subtle" />
      <input
        type="search"
        name="text"
        className="input w-full ps-8!"
        aria-label={label}
        placeholder={hint}
        defaultValue={text}
        maxLength={MAX_SEARCH_CHARACTERS}
        autoComplete="off"
        onChange={onType}
      />
    </span>
  );
}
