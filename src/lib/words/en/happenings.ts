import type * as zh from '../zh/happenings';

export const happenings = {
	type: {
		performance: 'Performance',
		exhibition: 'Exhibition',
		talk: 'Talk',
		contest: 'Contest event',
		tour: 'Culture on tour',
		suggestion: 'Suggestion day',
		meeting: 'Meeting for staff',
		campaign: 'Campaign'
	},
	seriesKind: { week: 'Culture week', campaign: 'Campaign', programme: 'Programme of the year' },
	standing: { scheduled: 'As planned', postponed: 'Postponed', cancelled: 'Cancelled' },
	audience: {
		cadres: 'Public officials',
		party: 'Party members',
		youth: 'Young people',
		students: 'Students',
		families: 'Families',
		elders: 'Older people',
		villagers: 'Residents',
		enterprises: 'Companies',
		public: 'The public'
	},
	language: {
		'zh-CN': 'Mandarin',
		'zh-x-local': 'Yuhang dialect',
		en: 'English',
		csl: 'Chinese Sign Language'
	},
	precision: { minute: 'To the minute', day: 'The day only', span: 'Between which days only' },
	days: { any: 'Every time', working: 'On working days only', free: 'On days off only' }
} satisfies typeof zh.happenings;
