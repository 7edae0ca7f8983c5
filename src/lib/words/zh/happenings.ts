import type {
	Audience,
	EventType,
	SeriesKind,
	SpokenLanguage,
	Standing
} from '../../domain/events/event';
import type { DayRule, TimePrecision } from '../../domain/events/when';

/** What kinds of events and series are called, in the studio and in public. */
export const happenings = {
	type: {
		performance: '演出',
		exhibition: '展览',
		talk: '宣讲',
		contest: '赛事活动',
		tour: '清廉文化进基层',
		suggestion: '众人监督日',
		meeting: '干部会议',
		campaign: '主题行动'
	} satisfies Record<EventType, string>,
	seriesKind: { week: '活动周', campaign: '主题行动', programme: '常年系列' } satisfies Record<
		SeriesKind,
		string
	>,
	standing: { scheduled: '如期举行', postponed: '延期', cancelled: '取消' } satisfies Record<
		Standing,
		string
	>,
	audience: {
		cadres: '机关干部',
		party: '党员',
		youth: '青年',
		students: '学生',
		families: '家庭',
		elders: '老年人',
		villagers: '村居居民',
		enterprises: '企业',
		public: '社会公众'
	} satisfies Record<Audience, string>,
	language: {
		'zh-CN': '普通话',
		'zh-x-local': '余杭话',
		en: '英语',
		csl: '手语'
	} satisfies Record<SpokenLanguage, string>,
	precision: { minute: '到几点几分', day: '只到日期', span: '只知道在哪几天之间' } satisfies Record<
		TimePrecision,
		string
	>,
	days: { any: '每次都办', working: '只在工作日', free: '只在休息日' } satisfies Record<
		DayRule,
		string
	>
};
