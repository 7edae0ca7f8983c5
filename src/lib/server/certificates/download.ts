import { makeZip } from 'client-zip';
import { and, eq, isNull } from 'drizzle-orm';
import type { Design } from '$lib/domain/certificates/design';
import type { Facts } from '$lib/domain/certificates/facts';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { certificates } from '../db/schema';
import { write } from '../db/write';
import { holding } from './certificates';
import type { Named } from './certificates';
import { designOf } from './designs';
import { factsOf } from './facts';
import { paperOf, papersOf } from './press';
import type { PressEnv } from './press';

/** What keeps a certificate from being printed again. */
type Gone = 'erased' | 'revoked';

/** A certificate as PDF, the same bytes each time; or why it is not made any more. */
export async function paper(db: Reader, env: PressEnv, found: Named): Promise<Buffer | Gone> {
	if (found.revokedAt !== null) return 'revoked';
	if (!found.names) return 'erased';
	const saved = await designOf(db, found.editionId, found.designVersion);
	return paperOf(db, env, saved!.design, factsOf(found, found.names));
}

/** Notes that its people took a certificate: the first time only, with one record. */
export const taken = (db: Db, by: By, { id, number, editionId }: Named): Promise<void> =>
	write(db, async (tx) => {
		const { rowsAffected } = await tx
			.update(certificates)
			.set({ downloadedAt: by.now })
			.where(and(eq(certificates.id, id), isNull(certificates.downloadedAt)));
		if (rowsAffected)
			await record(tx, by, {
				act: 'download',
				noun: 'certificates',
				id,
				title: number,
				after: { edition: editionId }
			});
	});

/** Letters no file system minds. */
const plain = (text: string): string =>
	[...text.replace(/[\\/:*?"<>|\p{C}]/gu, '_').trim()].slice(0, 60).join('') || '_';

/** What a certificate is called as a file: `一等奖/7-W-0012 溪水清清.pdf`. */
const fileOf = ({ award, number, entry }: Facts): string =>
	`${plain(award.zh)}/${plain(`${number} ${entry}`)}.pdf`;

/**
 * Every certificate of an edition that holds, as one archive made while it is sent: nothing is kept,
 * one made again is the same. Recorded before the first byte leaves; null for who does not organize.
 */
export async function packAll(
	db: Db,
	by: By,
	env: PressEnv,
	editionId: string
): Promise<ReadableStream<Uint8Array> | null> {
	if (!mayOrganize(by.who)) return null;
	await write(db, (tx) =>
		record(tx, by, {
			act: 'export',
			noun: 'certificates',
			id: editionId,
			title: 'zip',
			after: { edition: editionId }
		})
	);
	async function* files() {
		const used = new Map<string, number>();
		for await (const { facts, pdf } of printed(db, env, editionId)) {
			const name = fileOf(facts);
			const times = (used.get(name) ?? 0) + 1;
			used.set(name, times);
			yield {
				name: times === 1 ? name : name.replace(/\.pdf$/, ` (${times}).pdf`),
				input: pdf,
				lastModified: new Date(facts.issuedAt)
			};
		}
	}
	return makeZip(files());
}

/** Certificates of an edition with their PDFs, those of one design after those of another. */
async function* printed(db: Reader, env: PressEnv, editionId: string) {
	const versions = new Map<number, Facts[]>();
	for await (const one of holding(db, editionId)) {
		const list = versions.get(one.designVersion);
		const facts = factsOf(one, one.names!);
		if (list) list.push(facts);
		else versions.set(one.designVersion, [facts]);
	}
	for (const [version, facts] of versions) {
		const { design }: { design: Design } = (await designOf(db, editionId, version))!;
		yield* papersOf(db, env, design, facts);
	}
}
