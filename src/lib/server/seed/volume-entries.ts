import type { EntryContent } from '../../domain/contests/entry';
import type { Plan } from '../../domain/contests/plan';
import type { EntryState } from '../../domain/contests/state';
import type { FilmFacts } from '../../domain/films/facts';
import { towns } from './towns';
import { chanceOf, pick } from './volume';
import type { Chance } from './volume';

/** A made-up entry for benchmarks; nothing in it stands for anybody or anything real. */
export interface SyntheticEntry {
	/** From 1. */
	n: number;
	id: string;
	categoryId: string;
	channel: 'person' | 'unit';
	state: Exclude<EntryState, 'draft'>;
	content: EntryContent;
	submittedAt: number;
	decidedAt: number | null;
	facts: FilmFacts;
	sha256: string;
	/** Number of the entry whose film its own is said to be like; null for most. */
	twinOf: number | null;
}

const own = towns.filter(({ label }) => label !== null).map(({ slug }) => slug);
const firsts = '清风 玉琮 廉路 良渚 苕溪 桂花 竹影 老屋 渡口 灯火 石桥 茶山 春水 家书 正气'.split(
	' '
);
const seconds = '故事 来信 回响 时光 记 之约 人家 这一天 笔记 密码 的承诺 传家宝 的选择 访谈'.split(
	' '
);
const roles = ['director', 'writer', 'camera', 'editor'];

function stateOf(chance: Chance): SyntheticEntry['state'] {
	const at = chance();
	if (at < 0.5) return 'submitted';
	if (at < 0.84) return 'passed';
	if (at < 0.92) return 'returned';
	return at < 0.97 ? 'refused' : 'withdrawn';
}

/** What an inspection could have measured: most keep the rules, some are too long, silent or coarse. */
function factsOf(chance: Chance, { film }: Plan['categories'][number]): FilmFacts {
	const [least, most] = [film?.minSeconds ?? 30, film?.maxSeconds ?? 300];
	const duration = Math.round(
		chance() < 0.06 ? most * (1.1 + chance()) : least + chance() * (most - least)
	);
	const small = chance() < 0.05;
	const black = chance() < 0.06 ? duration * 0.4 : 0;
	const bitrate = Math.round(4e6 + chance() * 8e6);
	return {
		size: Math.round((duration * bitrate) / 8),
		magic: 'video/mp4',
		container: 'mp4',
		duration,
		bitrate,
		streams: [
			{
				kind: 'video',
				codec: 'h264',
				width: small ? 1280 : 1920,
				height: small ? 720 : 1080,
				rate: 25
			},
			{ kind: 'audio', codec: 'aac', channels: 2, sampleRate: 48000 }
		],
		black,
		silent: 0,
		loudness: -23 + Math.round(chance() * 60) / 10,
		peak: -1.5,
		damage: [],
		hidden: [],
		reaches: [],
		took: 1000,
		tool: 'synthetic'
	};
}

/** The synthetic entry with a number; the same for the same seed whatever the volume. */
function synthetic(n: number, seed: number, plan: Plan, now: number): SyntheticEntry {
	const chance = chanceOf(Math.imul(n, 0x9e3779b1) ^ seed);
	const category =
		chance() < 0.37 ? plan.categories[0]! : (plan.categories[1] ?? plan.categories[0]!);
	const channel = chance() < 0.6 ? 'person' : 'unit';
	const state = stateOf(chance);
	const digits = String(n).padStart(5, '0');
	const { opensAt, closesAt } = plan.dates;
	// More come the nearer the close is.
	const at = Math.sqrt(chance());
	const late = chance() < 0.01;
	const submittedAt = Math.floor(
		late ? closesAt! + chance() * 86_400_000 : opensAt! + at * (closesAt! - opensAt!)
	);
	const unit = `合成单位 ${String(1 + Math.floor(chance() ** 2 * 90)).padStart(2, '0')}`;
	const people = 1 + Math.floor(chance() * 4);
	const decided = state !== 'submitted' && state !== 'withdrawn';
	return {
		...{ n, id: `synentry${digits.padStart(12, '0')}`, categoryId: category.id, channel, state },
		submittedAt,
		decidedAt: decided ? Math.min(now, submittedAt + Math.floor(chance() * 5 * 86_400_000)) : null,
		facts: factsOf(chance, category),
		sha256: Array.from({ length: 64 }, () => Math.floor(chance() * 16).toString(16)).join(''),
		twinOf: n > 1 && chance() < 0.02 ? 1 + Math.floor(chance() * (n - 1)) : null,
		content: {
			title: `合成·${pick(chance, firsts)}${pick(chance, seconds)} ${digits}`,
			titleEn: chance() < 0.5 ? `Synthetic film ${digits}` : null,
			synopsis: '合成数据，不对应真实作品。',
			synopsisEn: null,
			madeOn: null,
			town: chance() < 0.92 ? pick(chance, own) : null,
			unit: channel === 'unit' || chance() < 0.3 ? unit : null,
			crew: Array.from({ length: people }, (_, at) => ({
				id: `c${at}`,
				name: `合成人员${String(1 + Math.floor(chance() * 4000)).padStart(4, '0')}`,
				role: roles[at]!,
				age: chance() < 0.03 ? ('under-18' as const) : ('adult' as const),
				guardian: null
			})),
			contact: {
				name: `合成联系人${digits}`,
				phone: `0571-000${digits}`,
				email: `synthetic-${digits}@demo.invalid`,
				address: null
			},
			answers: {},
			ai: { kinds: chance() < 0.25 ? ['voice'] : [], note: null },
			agreed: plan.statements.map(({ key }) => key),
			showing: chance() < 0.5
		}
	};
}

/** `count` synthetic entries of an edition, deterministic for a seed number. */
export function* synthesizeEntries(
	count: number,
	{ seed = 1, plan, now }: { seed?: number; plan: Plan; now: number }
): Generator<SyntheticEntry> {
	for (let n = 1; n <= count; n++) yield synthetic(n, seed, plan, now);
}
