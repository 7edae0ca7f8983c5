import { expect, it } from 'vitest';
import { momentOf } from '$lib/domain/visits/slots';
import { emptyDb, NOON } from '$tests/make';
import { agreed, asked, dayIn, got, hall, receiver, row } from '$tests/visits';
import { forgetOld } from '../retention';
import { endVisit } from './deeds';
import { openVisit } from './desk';
import { exportVisits } from './export';
import { visitExport } from '$lib/words/zh/visits-export';

const DAY = 86_400_000;

it('who came and how to reach them is deleted ninety days after the visit; how many came stays', async () => {
	const db = await emptyDb();
	const at = await hall(db);
	const { id } = await agreed(db, at, {}, { letter: { key: 'letters/a', sha256: 'b' } });
	const due = momentOf(dayIn(5), 1440) + 90 * DAY;
	expect((await row(db, id)).forgetAt).toBe(due);
	await forgetOld(db, due - 1);
	expect((await row(db, id)).sealed).not.toBe(null);
	expect((await forgetOld(db, due)).visits).toBe(1);
	expect(await row(db, id)).toMatchObject({
		...{ sealed: null, letterKey: null, letterHash: null, letterScan: null },
		...{ heads: 8, day: dayIn(5), state: 'confirmed' }
	});
	expect((await forgetOld(db, due)).visits).toBe(undefined);
	expect(got(await openVisit(db, receiver(due), id)).said).toBe(null);
});

it('what was declined is not kept until the day it would have been', async () => {
	const db = await emptyDb();
	const at = await hall(db);
	const { id } = await asked(db, at);
	got(await endVisit(db, receiver(), id, 'decline', '闭馆'));
	expect((await row(db, id)).forgetAt).toBe(NOON + 90 * DAY);
});

it('a month is exported without contacts unless they are asked for, and no cell is a formula', async () => {
	const db = await emptyDb();
	const at = await hall(db);
	await agreed(db, at, { group: '=HYPERLINK("http://x")', liaison: '+王', note: '@x' });
	await asked(db, at, { slot: `${dayIn(30)}T0900` });
	const month = dayIn(5).slice(0, 7);
	const table = async (persons: boolean) => {
		const pieces = await exportVisits(
			db,
			receiver(),
			{ month, place: at, persons },
			{ format: 'csv', locale: 'zh', words: visitExport }
		);
		let text = '';
		for await (const piece of pieces!) text += piece as string;
		return text.replace('\ufeff', '').trimEnd().split('\r\n');
	};
	const plain = await table(false);
	expect(plain.length).toBe(2);
	expect(plain.join()).toContain(`"'=HYPERLINK(""http://x"")"`);
	for (const secret of ['王', '88880000', 'wang@example.cn', '@x'])
		expect(plain.join()).not.toContain(secret);
	const whole = await table(true);
	expect(whole[1]).toContain(`'+王,0571-88880000,wang@example.cn,'@x`);
	const none = await exportVisits(
		db,
		{ who: null, address: null, now: NOON },
		{ month, place: '', persons: true },
		{ format: 'csv', locale: 'zh', words: visitExport }
	);
	expect(none).toBe(null);
});
