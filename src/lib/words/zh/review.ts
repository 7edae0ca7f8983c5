import type { Noun } from '../../domain/studio/noun';
import type { Hindrance } from '../../domain/studio/review';
import { place } from '../../domain/studio/review';
import type { State } from '../../domain/studio/state';
import type { ClockReason } from '../../domain/studio/trace';
import type { VenueStand } from '../../domain/events/venue';
import type { Told } from '../../domain/studio/panel';

/** 初审、复审、终审；只有一步时就是终审，中间有几步时编号。 */
const stepName = (step: number, steps: number): string =>
	({
		first: '初审',
		between: steps === 3 ? '复审' : `复审（${'一二三四五'[step - 2] ?? step - 1}）`,
		last: '终审'
	})[place(step, steps)];

/** Words of the review; loaded only where one is shown. */
export const review = {
	title: '审核与发布',
	stepName,
	state: {
		draft: '草稿',
		review: '审核中',
		scheduled: '等待发布',
		published: '已发布',
		withdrawn: '已撤下',
		expired: '已到期下线'
	} satisfies Record<State, string>,
	noun: {
		places: '地点',
		trails: '廉路',
		series: '系列活动',
		events: '活动',
		honours: '荣誉',
		articles: '文章',
		documents: '文件',
		pages: '页面',
		bases: '底图'
	} satisfies Record<Noun, string>,
	version: (number: number) => (number === 0 ? '最初的内容' : `第 ${number} 版`),
	liveNow: (number: number, since: string) =>
		number === 0 ? `公众正在看最初的内容（${since}起）` : `公众正在看第 ${number} 版（${since}起）`,
	notLive: '公众现在看不到',
	newer: '有更新的版本还没有发布。',
	willPublish: (at: string) => `将在 ${at} 自动发布`,
	willExpire: (at: string) => `将在 ${at} 自动下线`,
	trashed: (at: string) => `在回收站里，${at} 以后彻底删除`,
	steps: '审核进度',
	submittedBy: (name: string, at: string) => `${name}，${at} 送审`,
	passedBy: (name: string, at: string) => `${name}，${at} 通过`,
	waiting: '等待审核',
	later: '未到这一步',
	portal: '系统',
	nobody: '已注销的账号',
	deeds: '现在可以做的',
	nothing: '现在没有您可以做的事。',
	hindered: {
		state: '现在的状态不能这样做。',
		'not-live': '公众看不到的内容，不用撤下。',
		'still-live': '公众还能看到，请先撤下。',
		'in-trash': '在回收站里，请先恢复。',
		'not-in-trash': '不在回收站里。',
		'not-yours': '您的权限不包括这一项。',
		'not-your-step': '这一步由别的角色审核。',
		'own-work': '这里有您自己的修改，或者是您送审的；请由别人审核。',
		'step-done': '这一轮您已经审核过一步；下一步请由别人审核。'
	} satisfies Record<Hindrance, string>,
	submit: '送审',
	unsaved: '下面的操作只针对已经保存的版本；您刚才的修改还没有保存。',
	submitLead: (steps: number) => `送审后要经过 ${steps} 步审核，每一步由不同的人完成。`,
	recall: '撤回',
	recallLead: '撤回后变回草稿，已经通过的步骤作废。',
	approve: (step: string) => `${step}通过`,
	approvePublish: (step: string) => `${step}通过并发布`,
	return: '退回修改',
	comment: '审核意见',
	note: '说明（选填）',
	optional: '通过时可以不写，退回时必须写。',
	publish: '现在发布',
	schedule: '保存时间',
	publishAt: '定时发布（北京时间）',
	publishAtHint: '留空：终审通过后马上发布。',
	scheduleHint: '留空：马上发布。',
	expireAt: '自动下线（北京时间）',
	expireAtHint: '留空：一直公开。',
	withdraw: '立即撤下',
	withdrawTitle: '紧急撤下',
	withdrawLead: '公众马上看不到。草稿和以前的版本都保留；原因会记入操作记录，不能删除。',
	reason: '撤下原因（必填）',
	trash: '放入回收站',
	trashLead: (days: number) => `${days} 天内可以恢复，以后彻底删除。`,
	restore: '从回收站恢复',
	restoreLead: '恢复后是草稿，公众看不到。',
	checks: '发布前检查',
	clean: '没有发现问题。',
	checkAgain: '重新检查',
	stops: (count: number) => `${count} 处必须改正，改正以前不能送审、不能发布`,
	stopped: '先改正上面的问题，才能送审。',
	stoppedReview: '检查没有通过，只能退回修改。',
	asks: (count: number) => `${count} 处提醒，请逐条看过`,
	seen: '以上提醒我都看过，确认没有问题',
	mask: '遮盖号码',
	maskLead: '把手机号码和身份证号码的中间几位换成星号，另存一版草稿。',
	trace: '全部经过',
	none: '还没有经过。',
	act: {
		save: '保存',
		submit: '送审',
		recall: '撤回',
		approve: '通过',
		return: '退回',
		schedule: '定时发布',
		publish: '发布',
		withdraw: '撤下',
		expire: '到期下线',
		trash: '放入回收站',
		restore: '从回收站恢复'
	} satisfies Record<Told['act'], string>,
	returnedByClock: {
		checks: '到了发布时间，但检查没有通过，退回草稿：',
		unfit: '到了发布时间，但引用的内容已经不在，或网址标识已被占用，退回草稿：',
		venue: '到了发布时间，但场地的管理方还没有同意，退回草稿。',
		'window-passed': '发布时间和下线时间都已经过去，没有发布，退回草稿。'
	} satisfies Record<ClockReason, string>,
	warned: (count: number) => `确认了 ${count} 处提醒`,
	plannedFor: (at: string) => `发布时间 ${at}`,
	plannedUntil: (at: string) => `下线时间 ${at}`,
	edit: '修改内容',
	see: '看公开页面',
	preview: '预览',
	versions: '看改了什么',
	done: {
		submit: '已经送审。',
		recall: '已经撤回，现在是草稿。',
		approve: '已经通过。',
		scheduled: '已经通过，到时间自动发布。',
		published: '已经通过并发布。',
		return: '已经退回。',
		schedule: '时间已经保存。',
		publish: '已经发布。',
		withdraw: '已经撤下，公众看不到了。',
		trash: '已经放入回收站。',
		restore: '已经恢复为草稿。',
		check: '检查完毕。',
		mask: '号码已经遮盖，另存了一版草稿。'
	} as Record<string, string>,
	refusal: {
		stale: '您打开页面以后内容有变化。请看过新的内容再决定。',
		'comment-required': '退回时请写明意见。',
		'reason-required': '请写明撤下的原因。',
		'too-long': '太长了，请写短一些。',
		'not-a-time': '时间没有写对，例如 2026-11-22 12:00。',
		'time-passed': '这个时间已经过去了。',
		'too-far': '时间太远，最多十年以内。',
		'ends-before-begins': '下线时间要晚于发布时间。',
		checks: '检查没有通过，请先改正下面的问题。',
		unconfirmed: '请看过下面的提醒，再确认一次。',
		taken: '网址标识已被占用。',
		'no-such': '引用的内容不存在。',
		fixed: '网址标识不能再改。',
		'still-used': '还有别的内容在使用它，请先改掉引用。',
		'nothing-to-mask': '没有要遮盖的号码。',
		conflict: '内容同时有别人的修改，请在编辑页面处理。'
	} as Record<string, string>,
	venue: {
		title: '场地',
		lead: (place: string) => `这个活动在${place}举办，要由它的管理方同意才能公开。`,
		stand: {
			granted: '已经同意',
			open: '等待答复',
			declined: '没有同意',
			fresh: '还没有申请，送审时自动申请'
		} satisfies Record<keyof VenueStand, string>,
		more: (count: number) => `等 ${count} 场`,
		overridden: '由运维人员决定使用。',
		why: (why: string) => `管理方的话：${why}`,
		see: '看场地申请',
		lack: (reason: string, place: string, when: string): string =>
			({
				'venue-open': `${place}的管理方还没有答复这个时间：${when}。答复以前不能发布。`,
				'venue-declined': `${place}的管理方没有同意这个时间：${when}。请改时间、换地点，或者打开场地申请再次申请。`,
				'venue-unasked': `还没有就这个时间向${place}的管理方申请：${when}。请撤回后重新送审，送审时自动申请。`
			})[reason] ?? reason
	},
	queue: {
		back: '返回审核列表',
		title: '审核',
		lead: '等待您审核的排在最前面；时间长的排在前面。',
		mine: (count: number) => `等待我审核（${count}）`,
		all: (count: number) => `全部审核中（${count}）`,
		scheduled: (count: number) => `等待发布（${count}）`,
		returned: (count: number) => `退回给我的（${count}）`,
		none: '没有等待审核的内容。',
		noun: '种类',
		every: '全部种类',
		filter: '筛选',
		overdue: '已超过时限',
		onlyOverdue: '只看超过时限的',
		yours: '等待您审核',
		age: (days: number, hours: number) =>
			days ? `${days} 天${hours ? ` ${hours} 小时` : ''}` : hours ? `${hours} 小时` : '不到 1 小时',
		by: (name: string) => `${name}送审`,
		limit: (days: number) => `送审后超过 ${days} 天没有审完的，标为“已超过时限”。`,
		more: (count: number) => `只显示等待最久的 ${count} 件。`
	}
};
