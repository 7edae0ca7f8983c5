import type { Admission } from '$lib/domain/events/admission';
import { newAdmission } from '$lib/domain/events/admission-new';
import type { When } from '$lib/domain/events/when';
import type { SeedEvent, SeedSeries } from './shapes';

const DAY = 86_400_000;

/** The local day that many days after a moment, `YYYY-MM-DD` in Asia/Shanghai. */
const dayAfter = (now: number, days: number): string =>
	new Date(now + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

/** A series that shows what the portal can do, under a title that says so. */
export const demonstrationSeries: SeedSeries = {
	slug: 'demonstration-series',
	kind: 'programme',
	title: { zh: '演示：活动与报名', en: 'Demonstration: events and sign-up' },
	summary: {
		zh: '四项活动，看看选座、候补、抽签和按工作日排期。',
		en: 'Four events that show choosing seats, waiting lists, draws and dates on working days.'
	},
	demonstration: true,
	chapters: [
		{ slug: 'watch', title: { zh: '看', en: 'Watch' } },
		{ slug: 'listen', title: { zh: '听', en: 'Listen' } }
	],
	sources: ['liantu']
};

const once = (now: number, days: number, from: string, to: string): When => ({
	precision: 'minute',
	first: { from: `${dayAfter(now, days)}T${from}`, to: `${dayAfter(now, days)}T${to}` },
	rule: null,
	days: 'any',
	more: [],
	except: []
});

/** Events of that series on days after `now`, with how one signs up for them. */
export const demonstrationEvents = (
	now: number
): (SeedEvent & { when: When; admission: Admission | null })[] => {
	const common = {
		series: demonstrationSeries.slug,
		demonstration: true as const,
		precision: 'minute' as const,
		from: '',
		cites: [{ source: 'liantu', field: '*' }] as SeedEvent['cites']
	};
	return [
		{
			...common,
			slug: 'demonstration-talk',
			type: 'talk',
			title: { zh: '演示：村里的廉洁故事会', en: 'Demonstration: stories in the village' },
			summary: {
				zh: '每周一场，共四场。选一场报名，满了可以候补。',
				en: 'Once a week, four times. Sign up for one; when it is full you can wait for a seat.'
			},
			chapter: 'listen',
			place: 'gangnan-village',
			audiences: ['villagers', 'elders', 'families'],
			when: { ...once(now, 8, '14:30', '16:00'), rule: 'FREQ=WEEKLY;COUNT=4' },
			admission: newAdmission({
				capacity: 40,
				perContact: 2,
				questions: [
					{
						id: 'topic',
						label: { zh: '想听什么', en: 'What would you like to hear about?' },
						kind: 'line',
						options: [],
						required: false
					}
				]
			})
		},
		{
			...common,
			slug: 'demonstration-stage',
			type: 'performance',
			title: { zh: '演示：剧场分区选座', en: 'Demonstration: seats in a theatre' },
			summary: {
				zh: '座位分池座和楼座，池座可以自己选。',
				en: 'Seats in stalls and circle; in the stalls you choose your own.'
			},
			chapter: 'watch',
			place: 'tiaoxi-grand-theatre',
			programme: [
				{ at: '19:00', title: { zh: '入场', en: 'Doors open' }, who: null },
				{ at: '19:30', title: { zh: '演出', en: 'Performance' }, who: null }
			],
			when: once(now, 15, '19:30', '21:00'),
			admission: newAdmission({
				capacity: 60,
				zones: [
					{
						id: 'stalls',
						name: { zh: '池座', en: 'Stalls' },
						capacity: 40,
						rows: ['1', '2', '3', '4'].map((row) => ({ row, from: 1, to: 10, missing: [] }))
					},
					{ id: 'circle', name: { zh: '楼座', en: 'Circle' }, capacity: 20, rows: [] }
				]
			})
		},
		{
			...common,
			slug: 'demonstration-draw',
			type: 'tour',
			title: { zh: '演示：名额少时摇号', en: 'Demonstration: few places, given by draw' },
			summary: {
				zh: '报名的人多于名额时公开抽签，人人可以核对。',
				en: 'More people than places? They are drawn in public, and anybody can check the draw.'
			},
			chapter: 'watch',
			place: 'chengqing-zhengming-hall',
			when: once(now, 22, '09:30', '11:00'),
			admission: newAdmission({ mode: 'draw', capacity: 10, mostHeads: 2, closesBefore: 24 * 60 })
		},
		{
			...common,
			slug: 'demonstration-exhibition',
			type: 'exhibition',
			title: { zh: '演示：工作日开放的展览', en: 'Demonstration: an exhibition on working days' },
			summary: {
				zh: '工作日开放，随调休调整，不用报名。',
				en: 'Open on working days, by the holiday calendar; no need to sign up.'
			},
			chapter: 'watch',
			place: 'chengqing-zhengming-hall',
			when: { ...once(now, 1, '09:00', '16:30'), rule: 'FREQ=DAILY;COUNT=14', days: 'working' },
			admission: null
		}
	];
};
