import { encode } from 'uqr';
import { and, asc, eq } from 'drizzle-orm';
import { categoryOf } from '$lib/domain/contests/entry-ask';
import { href, tagOf } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { momentText } from '$lib/domain/people/moment';
import { say } from '$lib/domain/text';
import type { entry as words } from '$lib/words/zh/entry';
import type { Reader } from '../db/open';
import { agreements, entryFiles, entryVersions, films, statements, towns } from '../db/schema';
import { ourOrigin } from '../mail';
import { PAGE, Sheet } from '../paper/sheet';
import type { Opened } from './entries';

type Words = typeof words;
const WIDE = PAGE.width - 2 * PAGE.margin;

/** Two languages of a column pair, as the page needs them. */
const of = (zh: string, en: string | null, locale: Locale) => say({ zh, en }, locale);

async function townName(db: Reader, slug: string | null, locale: Locale): Promise<string> {
	if (!slug) return '';
	const [town] = await db.select().from(towns).where(eq(towns.slug, slug));
	return town ? of(town.nameZh, town.nameEn, locale) : '';
}

/** The head of a paper: our mark, what it is, the contest. */
export function head(sheet: Sheet, title: string, under: string): void {
	const { doc } = sheet;
	const left = PAGE.margin;
	doc.rect(left, sheet.y, 26, 26).fill('#2f6557');
	doc
		.circle(left + 13, sheet.y + 13, 8)
		.lineWidth(2.4)
		.stroke('#ffffff');
	sheet.write(under, left + 38, sheet.y + 3, WIDE - 38, { colour: '#4b5752' });
	sheet.y += 54;
	sheet.y += sheet.write(title, left, sheet.y, WIDE, { size: 22 }) + 10;
}

/** A small picture that a telephone reads as an address. */
function code(sheet: Sheet, address: string, x: number, y: number, side: number): void {
	const { data, size } = encode(address, { ecc: 'M', border: 0 });
	const step = side / size;
	data.forEach((row, j) =>
		row.forEach((dark, i) => {
			if (dark) sheet.doc.rect(x + i * step, y + j * step, step * 1.02, step * 1.02);
		})
	);
	sheet.doc.fill('#1e2623');
}

/** The receipt of what was submitted last, as PDF; null before the first submission. */
export async function receiptPdf(
	db: Reader,
	{ entry, plan, contest, edition }: Opened,
	locale: Locale,
	t: Words,
	faces?: readonly string[]
): Promise<Buffer | null> {
	const [version] = await db
		.select()
		.from(entryVersions)
		.where(and(eq(entryVersions.entryId, entry.id), eq(entryVersions.number, entry.version)));
	if (!version || !entry.number || !entry.submittedAt) return null;
	const { content } = version;
	const all = await db
		.select({ id: entryFiles.id, name: entryFiles.originalName, sha256: films.sha256 })
		.from(entryFiles)
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.where(eq(entryFiles.entryId, entry.id))
		.orderBy(asc(entryFiles.addedAt));
	const files = all.filter(({ id }) => version.files.includes(id));
	const agreed = await db
		.select({ title: statements.title, version: statements.version })
		.from(agreements)
		.innerJoin(statements, eq(statements.id, agreements.statementId))
		.where(eq(agreements.entryId, entry.id));
	const under = `${of(contest.titleZh, contest.titleEn, locale)}  ${of(edition.titleZh, edition.titleEn, locale)}`;
	const link = ourOrigin() + href(locale, `/account/entries/${entry.id}`);
	const rows: [string, string][] = [
		[t.receipt.work, content.title],
		[t.category, say(categoryOf(plan, entry.categoryId)?.title, locale)],
		[t.channelLabel, t.channel[entry.channel]],
		...(content.unit ? [[t.receipt.unit, content.unit] as [string, string]] : []),
		[t.receipt.submitted, momentText(version.at, locale)],
		[t.receipt.version, String(version.number)],
		[t.receipt.files, files.map(({ name, sha256 }) => `${name}\n${sha256}`).join('\n') || '—'],
		[
			t.receipt.statements,
			agreed
				.map(({ title, version: n }) => `${say(title, locale)} (${t.statementsStep.version(n)})`)
				.join('\n')
		]
	];
	const title = t.receipt.title;
	const text = [
		under,
		title,
		entry.number,
		...rows.flat(),
		...Object.values(t.receipt).map(String),
		link
	];
	const sheet = await Sheet.open(
		text.join(''),
		{ title: `${title} ${entry.number}`, lang: tagOf(locale), at: version.at },
		faces
	);
	head(sheet, title, under);
	sheet.write(t.number, PAGE.margin, sheet.y, WIDE, { colour: '#626d68' });
	sheet.y += 18;
	sheet.y += sheet.write(entry.number, PAGE.margin, sheet.y, WIDE - 100, {
		size: 32,
		colour: '#214a40'
	});
	code(sheet, link, PAGE.width - PAGE.margin - 78, sheet.y - 66, 78);
	sheet.y += 12;
	for (const [name, value] of rows) sheet.row(name, value);
	sheet.y += 16;
	sheet.paragraph(t.receipt.note, { colour: '#4b5752' });
	sheet.paragraph(t.receipt.verify(link), { colour: '#626d68', size: 9 });
	lacking(sheet, t);
	return sheet.end();
}

/** The entry form as it stands, to be printed, signed and stamped, as PDF. */
export async function formPdf(
	db: Reader,
	{ entry, plan, contest, edition }: Opened,
	locale: Locale,
	t: Words,
	now: number,
	faces?: readonly string[]
): Promise<Buffer> {
	const { content } = entry;
	const under = `${of(contest.titleZh, contest.titleEn, locale)}  ${of(edition.titleZh, edition.titleEn, locale)}`;
	const role = (id: string) => say(plan.crew.find((one) => one.id === id)?.title, locale);
	const unit = content.unit ?? '';
	const rows: [string, string][] = [
		...(entry.number ? [[t.number, entry.number] as [string, string]] : []),
		[t.receipt.work, content.title],
		[t.category, say(categoryOf(plan, entry.categoryId)?.title, locale)],
		[t.channelLabel, t.channel[entry.channel]],
		[t.receipt.town, await townName(db, content.town, locale)],
		[t.receipt.unit, unit],
		[t.receipt.synopsis, content.synopsis],
		[t.receipt.crew, content.crew.map((one) => `${one.name}  ${role(one.role)}`).join('\n')],
		[t.receipt.contact, content.contact?.name ?? ''],
		[t.receipt.phone, content.contact?.phone ?? '']
	];
	const asked = plan.statements
		.filter(({ guardian }) => !guardian || content.crew.some(({ age }) => age === 'under-14'))
		.map(
			({ title, text }) =>
				`${say(title, locale)}${locale === 'en' ? ': ' : '：'}${say(text, locale)}`
		);
	const title = t.receipt.formTitle;
	const { statementsText, sign, seal, date } = t.receipt;
	const text = [under, title, ...rows.flat(), ...asked, ...Object.values(t.receipt).map(String)];
	const sheet = await Sheet.open(
		text.join(''),
		{ title: `${title} ${content.title}`.trim(), lang: tagOf(locale), at: now },
		faces
	);
	head(sheet, title, under);
	for (const [name, value] of rows) sheet.row(name, value || ' ');
	sheet.y += 14;
	sheet.paragraph(statementsText);
	for (const one of asked) sheet.paragraph(one, { size: 9, colour: '#4b5752' });
	sheet.room(110);
	sheet.y += 18;
	const half = WIDE / 2;
	sheet.write(sign, PAGE.margin, sheet.y, half - 12);
	sheet.write(seal, PAGE.margin + half, sheet.y, half);
	sheet.y += 64;
	sheet.write(date, PAGE.margin, sheet.y, half - 12);
	sheet.write(date, PAGE.margin + half, sheet.y, half);
	sheet.y += 24;
	lacking(sheet, t);
	return sheet.end();
}

function lacking(sheet: Sheet, t: Words): void {
	if (sheet.lacking.size)
		sheet.paragraph(
			t.receipt.missing(
				[...sheet.lacking]
					.map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase()}`)
					.join(' ')
			),
			{ colour: '#a1312a', size: 9 }
		);
}
