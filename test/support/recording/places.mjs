const lines = `
  CT 06511 New Haven       CT 06320 New London      NY 10027 New York        NY 14609 Rochester
  NY 13676 Potsdam         MA 02118 Boston          MA 01201 Pittsfield      RI 02907 Providence
  NH 03103 Manchester      NH 03570 Berlin          VT 05401 Burlington      VT 05701 Rutland
  ME 04101 Portland        ME 04769 Presque Isle    NJ 07103 Newark          NJ 08302 Bridgeton
  PA 19134 Philadelphia    PA 15219 Pittsburgh      PA 16701 Bradford        DE 19801 Wilmington
  DE 19947 Georgetown      MD 21217 Baltimore       MD 21532 Frostburg       DC 20020 Washington
  VA 23220 Richmond        VA 24210 Abingdon        WV 25301 Charleston      WV 25701 Huntington
  NC 27601 Raleigh         NC 28801 Asheville       SC 29201 Columbia        SC 29501 Florence
  GA 30312 Atlanta         GA 31501 Waycross        FL 33125 Miami           FL 32301 Tallahassee
  FL 33870 Sebring         AL 35203 Birmingham      AL 36301 Dothan          MS 39201 Jackson
  MS 38801 Tupelo          TN 37203 Nashville       TN 37601 Johnson City    KY 40202 Louisville
  KY 41701 Hazard          OH 43215 Columbus        OH 45662 Portsmouth      OH 44503 Youngstown
  IN 46201 Indianapolis    IN 47374 Richmond        MI 48201 Detroit         MI 49855 Marquette
  IL 60608 Chicago         IL 62901 Carbondale      WI 53204 Milwaukee       WI 54501 Rhinelander
  MN 55404 Minneapolis     MN 56601 Bemidji         IA 50309 Des Moines      IA 51301 Spencer
  MO 63104 Saint Louis     MO 65775 West Plains     ND 58102 Fargo           ND 58801 Williston
  SD 57104 Sioux Falls     SD 57701 Rapid City      NE 68102 Omaha           NE 69101 North Platte
  KS 67202 Wichita         KS 67901 Liberal         OK 73102 Oklahoma City   OK 74501 McAlester
  AR 72201 Little Rock     AR 72601 Harrison        LA 70112 New Orleans     LA 71101 Shreveport
  TX 77004 Houston         TX 79901 El Paso         TX 79401 Lubbock         TX 78520 Brownsville
  CO 80204 Denver          CO 81501 Grand Junction  WY 82001 Cheyenne        WY 82901 Rock Springs
  MT 59101 Billings        MT 59901 Kalispell       ID 83702 Boise           ID 83501 Lewiston
  UT 84101 Salt Lake City  UT 84770 Saint George    AZ 85006 Phoenix         AZ 86001 Flagstaff
  NM 87102 Albuquerque     NM 87301 Gallup          NV 89101 Las Vegas       NV 89801 Elko
  CA 90012 Los Angeles     CA 93721 Fresno          CA 95501 Eureka          CA 94103 San Francisco
  CA 92243 El Centro       OR 97204 Portland        OR 97801 Pendleton       WA 98104 Seattle
  WA 99201 Spokane         WA 98331 Forks           AK 99501 Anchorage       AK 99701 Fairbanks
  AK 99833 Petersburg      HI 96813 Honolulu        HI 96720 Hilo            PR 00907 San Juan
  PR 00731 Ponce           VI 00802 Saint Thomas    GU 96913 Barrigada       AS 96799 Pago Pago
  MP 96950 Saipan
`;

/** A large town and, where there is one, a remote one of every state and territory. */
export const PLACES = [...lines.matchAll(/([A-Z]{2}) (\d{5})/g)].map(([, state, postalCode]) => ({
  state,
  postalCode,
}));

export const STATES = [...new Set(PLACES.map(({ state }) => state))];

/** Degrees. The last lies in the sea off Maine, some way from every program. */
export const COORDINATES = [
  { latitude: 41.31, longitude: -72.92 },
  { latitude: 39.1, longitude: -94.58 },
  { latitude: 33.45, longitude: -112.07 },
  { latitude: 46.87, longitude: -113.99 },
  { latitude: 61.22, longitude: -149.9 },
  { latitude: 43.8, longitude: -68.1 },
];
