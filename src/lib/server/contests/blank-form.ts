import { limitsText } from '$lib/domain/contests/limits-text';
import type { Question } from '$lib/domain/contests/plan';
import { tagOf } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { contests as publicWords } from '$lib/words/zh/contests';
import type { paperForm } from '$lib/words/zh/paper-form';
import { box, lines, part, ROOM, seals, square, ticks } from '../paper/boxes';
import { PAGE, Sheet } from '../paper/sheet';
import type { publicEdition } from './public';
import { head } from './receipts';

type Found = NonNullable<Awaited<ReturnType<typeof publicEdition>>>;
interface Words {
	form: typeof paperForm;
	call: typeof publicWords;
}

const WIDE = PAGE.width - 2 * PAGE.margin;
const SMALL = { size: 9, colour: '#4b5752' };
/** Lines for the people of a crew. */
const CREW = 6;

/** The entry form of an edition, blank, to be printed and filled in by hand; null without a plan. */
export async function blankForm(
	{ contest, edition, plan, statements }: Found,
	{ locale, address, words, now }: { locale: Locale; address: string; words: Words; now: number },
	faces?: readonly string[]
): Promise<Buffer | null> {
	if (!plan) return null;
	const { form: t, call } = words;
	const text = (value: Parameters<typeof say>[0]) => say(value, locale);
	const under = `${text(contest.title)}  ${text(edition.title)}`;
	const asked = plan.questions.filter(({ kind }) => kind !== 'file');
	const agreed = statements.map(({ key, title, text: body }) => ({
		title: text(title),
		body: text(body),
		guardian: plan.statements.some((one) => one.key === key && one.guardian)
	}));
	const limits = plan.categories.flatMap(({ title, film }): [string, string][] =>
		film
			? [
					[
						text(title),
						limitsText(film, call)
							.map((pair) => pair.join('  '))
							.join('\n')
					]
				]
			: []
	);
	const levels = plan.channels.unit.open ? plan.channels.unit.chain : [];
	const marks = [
		t.sign,
		...(agreed.some(({ guardian }) => guardian) ? [t.guardian] : []),
		...(plan.channels.unit.open ? [t.unitSeal] : []),
		...levels.map((level) => t.levelSeal(call.level[level]))
	];
	const ways = (['person', 'unit'] as const).filter((way) => plan.channels[way].open);

	// Every letter that may be written, so that none is missing from the type.
	const letters = JSON.stringify([
		...[under, t, call.aiKind, call.channel, marks, limits, agreed, address],
		[...plan.categories, ...plan.crew].map(({ title }) => text(title)),
		asked.map(({ label, help, options }) => [
			text(label),
			help && text(help),
			options.map((one) => text(one.label))
		])
	]);
	const sheet = await Sheet.open(
		`${letters}${t.lead(address)}`,
		{ title: `${under} ${t.title}`, lang: tagOf(locale), at: now },
		faces
	);
	head(sheet, t.title, under);
	sheet.paragraph(t.lead(address), SMALL);

	part(sheet, t.parts.work);
	box(sheet, { name: t.work, height: 30 });
	ticks(
		sheet,
		t.category,
		plan.categories.map(({ title }) => text(title))
	);
	ticks(
		sheet,
		t.channel,
		ways.map((way) => call.channel[way])
	);
	box(sheet, { name: t.town, height: 28 });
	box(sheet, { name: t.unit, height: 28 });
	box(sheet, { name: t.synopsis, height: 130 });

	part(sheet, t.parts.crew, 150);
	const roles = plan.crew.map(({ title }) => text(title)).join(locale === 'en' ? ', ' : '、');
	if (roles)
		sheet.paragraph(`${t.role}: ${roles}`.replace(': ', locale === 'en' ? ': ' : '：'), SMALL);
	lines(sheet, [t.name, t.role, t.age], CREW);

	part(sheet, t.parts.contact);
	for (const name of [t.contact, t.phone, t.email, t.address]) box(sheet, { name, height: 28 });

	if (asked.length || plan.aiKinds.length) part(sheet, t.parts.questions);
	for (const question of asked) answer(sheet, question, t, text);
	if (plan.aiKinds.length)
		ticks(sheet, t.ai, [t.aiNone, ...plan.aiKinds.map((kind) => call.aiKind[kind])]);

	part(sheet, t.parts.statements, 120);
	sheet.paragraph(t.statementsLead, SMALL);
	for (const { title, body } of agreed) {
		sheet.room(Math.min(160, 26 + sheet.height(body, WIDE - 16, SMALL.size)));
		square(sheet, PAGE.margin, sheet.y);
		sheet.y += sheet.write(title, PAGE.margin + 16, sheet.y, WIDE - 16) + 2;
		const high = sheet.height(body, WIDE - 16, SMALL.size);
		sheet.write(body, PAGE.margin + 16, sheet.y, WIDE - 16, SMALL);
		sheet.y += high + 8;
	}

	part(sheet, t.parts.opinions, 150);
	seals(sheet, marks, t.date);

	if (limits.length) part(sheet, t.parts.limits, 140);
	for (const [name, body] of limits)
		box(sheet, {
			name,
			height: sheet.height(body, ROOM, SMALL.size) + 12,
			fill: (x, y, width) => void sheet.write(body, x, y, width, { ...SMALL, colour: '#1e2623' })
		});
	return sheet.end();
}

/** Room for one answer: squares where something is chosen, empty space where something is written. */
function answer(
	sheet: Sheet,
	{ kind, label, options }: Question,
	t: Words['form'],
	text: (value: Question['label']) => string
): void {
	const name = text(label);
	if (kind === 'yes') ticks(sheet, name, [t.answers.yes, t.answers.no]);
	else if (kind === 'choice' || kind === 'choices')
		ticks(
			sheet,
			name,
			options.map((one) => text(one.label))
		);
	else box(sheet, { name, height: kind === 'long' ? 90 : 28 });
}
