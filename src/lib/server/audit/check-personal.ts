import { and, eq, sql } from 'drizzle-orm';
import { isCommitment } from '$lib/domain/audit/record';
import type { Entry } from '$lib/domain/audit/record';
import type { Finding } from '$lib/domain/audit/finding';
import type { Reader } from '../db/open';
import { audit } from '../db/schema';
import type { auditPersonal } from '../db/schema';
import { commitment } from './bytes';

/** A commitment in a record, with what decides which erasure may have taken its value. */
interface Committed {
	path: string;
	hash: string;
	of: string | undefined;
}

/** Every commitment of a record with its JSON pointer. */
function commitmentsIn(value: unknown, path = ''): Committed[] {
	if (isCommitment(value)) return [{ path, hash: value['@personal'], of: value.of }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) =>
		commitmentsIn(part, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
	);
}

/** Compares kept personal values with what their records committed to. */
export class PersonalCheck {
	kept = 0;
	erased = 0;
	private readonly gone: { seq: number; at: number; path: string; people: string[] }[] = [];

	/** Checks the values of records `from`–`to`. */
	async page(
		db: Reader,
		from: number,
		to: number,
		entries: Map<number, Entry>
	): Promise<Finding[]> {
		const found: Finding[] = [];
		const rows = await db.all<typeof auditPersonal.$inferSelect>(
			sql`SELECT * FROM audit_personal WHERE seq BETWEEN ${from} AND ${to}`
		);
		const values = new Map(rows.map((row) => [`${row.seq} ${row.path}`, row]));
		for (const [seq, entry] of entries) {
			for (const { path, hash, of } of commitmentsIn(entry)) {
				const row = values.get(`${seq} ${path}`);
				values.delete(`${seq} ${path}`);
				if (!row) {
					const subject = entry.noun === 'people' ? entry.id : undefined;
					const people = [of, entry.who, subject].filter((id) => id !== undefined);
					this.gone.push({ seq, at: entry.at, path, people });
				} else if (commitment(row.salt, row.value) === hash) this.kept++;
				else found.push({ kind: 'personal', seq, part: path });
			}
		}
		for (const { seq, path } of values.values()) found.push({ kind: 'personal', seq, part: path });
		return found;
	}

	/** Which missing values no recorded erasure explains. Erasures are themselves records. */
	async unexplained(db: Reader): Promise<Finding[]> {
		if (!this.gone.length) return [];
		const rows = await db
			.select({ seq: audit.seq, record: audit.record })
			.from(audit)
			.where(and(eq(audit.noun, 'audit'), eq(audit.act, 'erase')));
		const before: { seq: number; before: number }[] = [];
		const people = new Map<string, number>();
		for (const { seq, record } of rows) {
			const { after } = JSON.parse(record) as {
				after?: { before?: number; person?: string };
			};
			if (typeof after?.before === 'number') before.push({ seq, before: after.before });
			if (after?.person) people.set(after.person, Math.max(seq, people.get(after.person) ?? 0));
		}
		const explained = (gone: (typeof this.gone)[number]) =>
			before.some((erasure) => erasure.seq > gone.seq && gone.at < erasure.before) ||
			gone.people.some((id) => (people.get(id) ?? 0) > gone.seq);
		const missing = this.gone.filter((gone) => !explained(gone));
		this.erased = this.gone.length - missing.length;
		return missing.map(({ seq, path }) => ({ kind: 'vanished', seq, part: path }));
	}
}
