/** How one takes part in a meeting. */
export const ATTENDANCES = ['in-person', 'online', 'hybrid'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** For whom a meeting is, where it is not for everybody. */
export const MEETING_AUDIENCES = ['women', 'men', 'young-people', 'lgbtq', 'newcomers'] as const;
export type MeetingAudience = (typeof MEETING_AUDIENCES)[number];
