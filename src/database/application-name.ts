/** The name by which a server lists the connections of this service. */
export const APPLICATION_NAME = 'treatment-navigator';
