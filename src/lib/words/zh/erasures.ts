type Detail = Record<string, string | number>;

/** Words of the office’s list of requests for deletion; loaded only there. */
export const erasures = {
	title: '删除申请',
	lead: '参赛者申请删除正在审查或评审的作品里的个人信息，在这里答复。作品、名称和编号留在大赛里。',
	open: '待答复',
	done: '已答复',
	none: '没有待答复的申请。',
	noneDone: '还没有答复过申请。',
	asked: (name: string, when: string) => `${name} 于 ${when} 申请`,
	nobody: '已注销的账号',
	untitled: '作品已删除',
	due: (day: string) => `请在 ${day} 前答复`,
	overdue: (day: string) => `已超过期限（${day}）`,
	outcome: { deleted: '已删除', kept: '没有删除' },
	answered: (when: string) => `${when} 答复`,
	why: '理由：',
	grant: '删除个人信息',
	grantLead:
		'将从作品和各次提交的版本里删除联系方式、主创名单、监护人信息、涉及个人的回答，以及留言和盖章的报名表。不能恢复。',
	grantSure: '确定删除，并发邮件告知本人',
	keep: '说明不能删除',
	reason: '不能删除的理由',
	reasonHelp: '会原样发给本人。例如依法应当保存的期限。',
	keepAct: '发给本人',
	said: { deleted: '已删除，并已告知本人。', kept: '已把理由告知本人。' },
	refusal: {
		required: () => '请写明理由',
		'too-long': ({ limit, length }: Detail) => `最多 ${limit} 个字，现在 ${length} 个`,
		answered: () => '这项申请已经答复过了',
		'own-entry': () => '这件作品与您有关，请由别的同事答复',
		gone: () => '没有这项申请'
	} as Record<string, (detail: Detail) => string>
};
