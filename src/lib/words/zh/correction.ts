import type { Correctable } from '../../domain/correctable';

/** Words of the correction form and of the command that reads what it collected; loaded only there. */
export const correction = {
	title: '更正',
	titleFor: (name: string) => `更正“${name}”的信息`,
	lead: '地址变了、开放时间不对、名称写错了，都可以在这里告诉我们。',
	anonymous: '不用登录，也不用留姓名和联系方式；我们不记录是谁写的。',
	reports:
		'反映党员干部违纪违法问题，请拨打 12388 或登录 12388 举报网站。这里不受理，也不会保存这类内容。',
	field: '哪一项不对',
	choose: '请选择',
	option: {
		name: '名称',
		category: '类型或类别',
		town: '所在镇街',
		address: '地址',
		position: '地图上的位置',
		hours: '开放时间',
		phone: '办公电话',
		transport: '交通',
		access: '无障碍设施',
		story: '介绍文字',
		honour: '荣誉',
		trail: '所在廉路',
		media: '图片、录音',
		other: '其他'
	} satisfies Record<Correctable, string>,
	statement: '正确的是什么',
	statementHelp: '最多 1,000 个字。请只写与这个地点有关的事实。',
	evidence: '您是怎么知道的（可以不填）',
	evidenceHelp: '例如：现场看到、门口公告、公开网页。最多 500 个字。',
	send: '提交更正',
	back: '返回',
	problem: '没有提交成功，请看下面的说明：',
	trap: '请不要填写这一栏',
	refusal: {
		choose: () => '请选一项。',
		required: () => '请写出正确的内容。',
		'too-long': ({ limit, length }: Record<string, string | number>) =>
			`太长了：最多 ${limit} 个字，现有 ${length} 个。`,
		accusation: () =>
			'这段文字像是在反映违纪违法问题，没有保存。请拨打 12388 或登录 12388 举报网站反映；如果只是更正这个地点的信息，请换一种写法再提交。',
		personal: () =>
			'这段文字里有手机号、身份证号、邮箱或社交账号，没有保存。请删去这些个人信息再提交。',
		'line-number': () => '这里请不要写电话号码。要更正办公电话，请在上面选择“办公电话”。',
		'too-often': () => '提交得太频繁了，这一次没有保存。请过十分钟再试。'
	} as Record<string, (detail: Record<string, string | number>) => string>,
	thanks: '已经收到，谢谢您',
	thanksLead: '工作人员会核对。核实以后，页面上的内容和来源会一起改过来。',
	reference: '本次更正的编号',
	referenceHelp: '以后询问这件事时，说出这个编号就可以。',
	toPlace: '回到这个地点',
	another: '再更正一处'
};

/** Words of `npm run corrections`. */
export const office = {
	reference: '编号',
	at: '时间',
	place: '地点',
	field: '哪一项',
	statement: '正确的是',
	evidence: '依据',
	none: '还没有收到更正。',
	usage: '用法：npm run corrections [-- --csv] [--en]',
	wrong: (name: string, problem: string, example: string) =>
		`设置 ${name} 不对：${problem}，例如 ${example}`
};
