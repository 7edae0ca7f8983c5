import { eq } from 'drizzle-orm';
import { corrections, menuLinks, newId, outbox, people } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { ownText } from '$lib/server/mail/templates';
import { mail } from '$lib/server/mail';
import { group } from '$lib/server/settings';
import { putSetting } from '$lib/server/site';
import { addWord } from '$lib/server/studio/word-list';
import { place, putAll } from '../make';
import type { At, Example, Examples, Sent } from './example';

let made = 0;
const form = (fields: NonNullable<Sent['form']>): Sent => ({ form: fields });
const operator = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: 'operator',
	send,
	...more
});
const editor = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: 'editor',
	send,
	...more
});

/** Something a citizen reported of a place. */
async function reported({ db }: At, done: boolean): Promise<string> {
	const [placeId] = await putAll(db, [place()], Date.now());
	const id = newId(Date.now());
	await write(db, (tx) =>
		tx.insert(corrections).values({
			id,
			placeId: placeId!,
			field: 'address',
			statement: '门牌号应为 12 号。',
			evidence: '',
			createdAt: Date.now(),
			doneAt: done ? Date.now() : null
		})
	);
	return id;
}

/** A mail that waits in the outbox. */
async function waiting({ db }: At): Promise<string> {
	const to = `mail${++made}@example.cn`;
	await write(db, (tx) =>
		mail(tx, {
			to,
			template: 'password-changed',
			locale: 'zh',
			values: { name: '王' },
			now: Date.now()
		})
	);
	const [row] = await db.select({ id: outbox.id }).from(outbox).where(eq(outbox.to, to));
	return row!.id;
}

/** A word on the list. */
async function word({ db, me }: At): Promise<string> {
	const added = await addWord(db, await me.by(), {
		word: `错词${++made}`,
		suggestion: null,
		sort: 'wrong',
		severity: 'warning',
		scope: 'all',
		note: null
	});
	return added.ok ? added.value : '';
}

/** Somebody the office looks after. */
const someone = async (at: At) => ({ params: { id: (await at.person('editor')).id } });
const invited = async ({ db }: At) => {
	const id = newId(Date.now());
	await write(db, (tx) => tx.insert(people).values({ id, email: `${id}@example.cn`, name: '' }));
	return { params: { id } };
};

/** A table of one new place, brought and waiting. */
async function brought({ me }: At): Promise<string> {
	const table = `名称,类型,经度,纬度\n新阵地${++made},廉洁文化阵地,119.99138,30.39211\n`;
	const sent = await me.send(
		'/(studio)/studio/import ?/default',
		form({ file: new File([table], 'a.csv') })
	);
	return sent.to!.split('/').at(-1)!;
}

/** What staff do in the studio, apart from the review of things and the library. */
export const studio: Examples = {
	'/(studio)/studio/audit ?/verify': operator({}, { bad: null }),
	'/(studio)/studio/corrections ?/done': editor(async (at) =>
		form({ id: await reported(at, false) })
	),
	'/(studio)/studio/corrections ?/reopen': editor(async (at) =>
		form({ id: await reported(at, true) })
	),
	'/(studio)/studio/health ?/default': editor(
		async ({ db }) => {
			await write(db, async (tx) => {
				await putSetting(tx, 'health.external', true);
				await tx.delete(menuLinks);
			});
			return {};
		},
		{
			bad: async ({ db }) => {
				await write(db, (tx) => putSetting(tx, 'health.external', false));
				return {};
			}
		}
	),
	'/(studio)/studio/import ?/default': editor(
		{ form: { file: new File(['名称\n新阵地\n'], 'a.csv') } },
		{ none: 'the table is only looked at until its rows are taken in' }
	),
	'/(studio)/studio/import/[id] ?/default': editor(async (at) => ({
		params: { id: await brought(at) },
		form: { asked: 'datum=cgcs2000' }
	})),
	'/(studio)/studio/menus ?/default': operator(
		() =>
			Promise.resolve(
				form({
					'0.menu': 'footer',
					'0.labelZh': `地图${++made}`,
					'0.href': '/map',
					'0.position': '1'
				})
			),
		{ bad: form({ '0.menu': 'footer', '0.labelZh': '坏', '0.href': 'javascript:alert(1)' }) }
	),
	'/(studio)/studio/outbox ?/read': operator(async (at) => form({ id: await waiting(at) })),
	'/(studio)/studio/outbox ?/send': operator(async (at) => form({ id: await waiting(at) })),
	'/(studio)/studio/outbox ?/drop': operator(async (at) => form({ id: await waiting(at) })),
	'/(studio)/studio/people/new ?/default': operator(
		() => Promise.resolve(form({ email: `new${++made}@example.cn`, name: '赵六', role: 'editor' })),
		{ bad: form({ email: 'new@example.cn', name: '赵六', role: 'emperor' }) }
	),
	'/(studio)/studio/people/[id] ?/grant': operator(async (at) => ({
		...(await someone(at)),
		form: { role: 'juror' }
	})),
	'/(studio)/studio/people/[id] ?/revoke': operator(async (at) => ({
		...(await someone(at)),
		form: { role: 'editor' }
	})),
	'/(studio)/studio/people/[id] ?/invite': operator(invited),
	'/(studio)/studio/people/[id] ?/disable': operator(async (at) => ({
		...(await someone(at)),
		form: { why: '调离' }
	})),
	'/(studio)/studio/people/[id] ?/enable': operator(async (at) => {
		const sent = await someone(at);
		await at.me.send('/(studio)/studio/people/[id] ?/disable', sent);
		return sent;
	}),
	'/(studio)/studio/people/[id] ?/forget': operator(someone),
	'/(studio)/studio/people/[id] ?/end': operator(someone),
	'/(studio)/studio/settings ?/default': operator(async ({ db }) =>
		form({
			group: 'footer',
			mark: (await group(db, 'footer')).mark,
			'footer.icp': `浙ICP备${String(++made).padStart(8, '0')}号`
		})
	),
	'/(studio)/studio/settings/calendar ?/add': operator(
		form({ day: '2027-05-04', works: 'no', name: '青年节' })
	),
	'/(studio)/studio/settings/calendar ?/remove': operator(async ({ me }) => {
		const day = { day: '2027-05-05', works: 'no', name: '放假' };
		await me.send('/(studio)/studio/settings/calendar ?/add', form(day));
		return form({ day: day.day });
	}),
	'/(studio)/studio/settings/calendar ?/settle': operator(form({ year: '2031', settled: 'yes' })),
	'/(studio)/studio/settings/mail ?/default': [
		operator(
			() => {
				const { zh, en } = { zh: ownText('reset', 'zh'), en: ownText('reset', 'en') };
				return Promise.resolve(
					form({
						template: 'reset',
						act: 'keep',
						'zh.subject': `${zh.subject}！`,
						'zh.body': zh.body,
						'en.subject': en.subject,
						'en.body': en.body
					})
				);
			},
			{ what: 'keep', bad: form({ template: 'reset', act: 'keep' }) }
		),
		operator(form({ template: 'reset', act: 'look' }), {
			what: 'look',
			none: 'a preview keeps nothing',
			bad: null
		})
	],
	'/(studio)/studio/words ?/add': operator(() =>
		Promise.resolve(form({ word: `生造词${++made}`, sort: 'wrong' }))
	),
	'/(studio)/studio/words ?/switch': operator(async (at) => form({ id: await word(at), on: '' })),
	'/(studio)/studio/words ?/remove': operator(async (at) => form({ id: await word(at) })),
	'/(studio)/studio/words ?/import': operator(
		form({ file: new File(['word,sort\n整批词,wrong\n'], 'words.csv') }),
		{ bad: form({ file: new File(['nothing'], 'words.csv') }) }
	)
};
