import { pool } from '../db/client.ts';
import { type ChainedLink, createVerifier, type Head, privateDigestOf, type Verdict } from './chain.ts';

const LINKS_A_PAGE = 2_000;

type StoredLink = ChainedLink & { salt: string | null; data: Readonly<Record<string, unknown>> | null };

const LINKS = `
  select e."chainId", e.seq, e."missedCallId", e.type, e.at, e."byId", e.details, e."privateDigest", e.hash, p.salt, p.data
    from "LedgerEvent" e left join "LedgerPrivate" p using ("chainId", seq)
   where e."chainId" = $1 and e.seq > $2 order by e.seq limit ${LINKS_A_PAGE}`;

/**
 * Follows a line's whole chain and names its first broken link. `heads` are those that were kept outside the table; the chain's own
 * head, which stands beside it, is one of them.
 */
export async function verifyChain(chainId: string, heads: readonly Head[] = []): Promise<Verdict> {
  const { rows } = await pool().query<Head>('select seq, hash from "LedgerChain" where id = $1', [chainId]);
  const verifier = createVerifier([...rows.filter((head) => head.seq > 0), ...heads]);

  let after = 0;
  for (;;) {
    const page = await pool().query<StoredLink>(LINKS, [chainId, after]);
    for (const { salt, data, ...link } of page.rows) {
      verifier.follow(link, salt === null || data === null || privateDigestOf(data, salt) === link.privateDigest);
    }
    const last = page.rows.at(-1);
    if (!last || page.rows.length < LINKS_A_PAGE) return verifier.verdict();
    after = last.seq;
  }
}
