/**
 * Words and rows of keys that people choose first, in the languages of the house. Passwords are
 * compared after digits and signs at both ends and look-alike signs are taken away, so that
 * `Welcome2024!` and `P@ssw0rd` fall under one word each.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  00000000 000000000000 0123456789 100200 100200300 101010 102030 10203040 1020304050 111111111111
  111222 111222333 112233 11223344 1122334455 112358 121212 12121212 123123 123123123 123321
  12341234 1234321 1234512345 123454321 1234554321 123456 1234567 12345678 123456789 1234567890
  12345678910 1234abcd 123654 123654789 123789 123abc 123qwe 123qweasd 131313 13131313 13579
  135790 1357924680 141414 142536 147147 147258 147258369 147852 147852369 151515 159159 159357
  159632 159753 159951 19701970 19801980 19901990 1a2b3c 1a2b3c4d 1q2w3e 1q2w3e4r 1q2w3e4r5t
  1qaz2wsx 1qaz2wsx3edc 20002000 20102010 202020 20202020 20222022 20232023 20242024 20252025
  20262026 212121 232323 2468 246810 252525 258456 258852 314159 31415926 3141592654 321321 321654
  321654987 456123 456456 456789 654321 666666 696969 69696969 741852 741852963 7654321 777888
  789456 789456123 852456 8675309 87654321 88888888 951753 963852741 987654321 9876543210 a12345
  a123456 a1234567 a12345678 a123456789 a1b2c3 a1b2c3d4 aa123456 abc abc123 abc1234 abc12345
  abcabc abcd abcd1234 abcde abcdef abcdefg abcdefgh abretesesamo abril abuela abuelo access
  accesso admin adminadmin administrador administrateur administrator adminpassword agnieszka
  agosto ajax alegria alejandra alejandro aleksandra alemania alessandra alessandro alex alexander
  alexandra alexandre allemagne amanda amazon amber america american amici amigo amigos
  amministratore amor amore amoremio amour andrea andreas andrew android anfang angel angeldust
  angelito angelo angels ania anna annamaria anthony antoine antonia antonio anything aout apple
  apples appointment april aprile apritisesamo aragorn arcobaleno argent argentina arsenal arzt
  asd asd123 asdasd asdf asdf1234 asdfg asdfgh asdfghjkl asdfjkl ashley atletico audi august
  automne autumn autunno avril azerty azertyuiop azienda babbo babcia baby babyboy babygirl badboy
  badgirl bailey banana barbara barcelona bart bartek baseball basketball batman batterystaple
  bayern bayernmunchen bear beatles beatrice beatriz beautiful beauty bebe beckham beethoven bella
  bemvindo benfica benjamin benutzer benvenuti benvenuto benvingut berlin bernard beyonce
  bezpieczne bienvenido bienvenue bigdaddy bilbao billabong biteme biuro black blackie blaster
  blessed blessing blink blue blueberry blume bmw bog bologna bond bonita bonjour booking bordeaux
  boss boxing brandon brasil brasileiro brat brazil brian brooklyn brother brownie bruder buddy
  buenosdias buero buffalo buonanotte buongiorno burek business buster butterfly butthead calcio
  california camaro camille cane carino carla carlo carlos caro carolina caroline cat catalunya
  catarina caterina catherine cats cde ceu champion champions chance change changeit changeme
  charles charlie chat cheese chef chelsea cherie cherry chewbacca chien chloe chocolat chocolate
  cholera chopin christ christian christina christine christopher church ciao ciel cielo
  cioccolato cisco citroen clara claudia claudio clave clavesecreta clinic clinica coco coeur
  coffee colombia company computadora computer contrasena contrasenya contraseña cookie cookies
  coracao corazon corinthians correcthorse correcthorsebatterystaple corvette counter
  counterstrike cowboy cowboys creative cristiano cristina cristo crystal cuore cutie czesc
  czwartek daisy dallas damian daniel daniela daniele darthvader database david dawid debian
  december decembre default denver deutschland dezember dezembro diamond diana dicembre diciembre
  diego dienstag dieu digital dimanche dinero diners dinheiro dio dios director direktor doctor
  doctora dog dogs dollar domingo dominik dominique donaldduck donnerstag donotknow dontknow
  dorothea dortmund dottore dragon dragonball drums ducati dupa dupadupa dziadek dziendobry eagle
  eagles eduardo edward einfach einstein elena elisa elisabeth elizabeth elvis emerald emilia
  emily eminem emma empleado employee empresa energy enero england enrico enrique enterprise eric
  erik espagne espana estate esther estrela estrella estudiante etoile etudiant euro europa europe
  eva everything ewa explorer extreme fabio facebook facil facile faith falcon famiglia familia
  familie famille family fantasy farfalla farmacia father fcporto febbraio febrero februar
  february federica federico felipe fernanda fernando ferrari fevereiro fevrier fiat filip fiore
  firefly fireman firenze firma fishing flamengo fleur flor florida flower flowers football
  forever forgot forgotten fortnite fortuna forzamilan forzanapoli forzaroma france francesca
  francesco francia francisco franciszek francja francois frankfurt frankreich fratello freedom
  freiheit freitag freude freunde friday frieden friend friends frodo frontdesk fruhling fussball
  futbol futebol gabriel gabriela gabriele galaxy gamer gaming gandalf garfield gast gato gatto
  gdansk geheim geld genesis gennaio genova georg george germania germany ghost ginger gioia
  giorgio giovanna giovanni giovedi girona gitara giugno giulia giuseppe gizmo gluck gmail god
  goku gold golden goldfish golf golfer goodluck goodmorning goodnight google gosia gostosa gott
  grace granada grandma grandpa green gremlin gryffindor grzegorz guest guillaume guillermo guitar
  gunner gutenmorgen gutentag gwiazda hacker hallo hamburg hammer hannah hans hardcore harley
  harleydavidson harrypotter haslo haslo1 haslo123 hasło heather heaven heidi helena hello
  hellohello hellokitty helloworld helpdesk hendrix herbst hermana hermano hermione herz hey
  highland himmel hiszpania hiver hockey hogwarts hola holiday homer honda honey hope horses
  hospital hotmail hottie huawei hund hunter icecream iceman ichliebedich iforgot iloveme
  ilovemyself iloveu iloveyou impiegato indigo infinity inglaterra inicio initial initialpassword
  inizio inspiron instagram inter internet inverno invierno ipad iphone ironman isabel isabella
  isabelle island italia italie italien italy ivan jackass jackson jaguar jakub jamesbond janeiro
  januar january janvier jasmine jasper jean jeanne jedi jennifer jerome jesien jessica jessie
  jesus jesuschrist jesuscristo jetaime jeudi jezus joanna johann johanna johannes john johnny
  joie joker jordan jorge jose josep joseph joshua jozef juan juana jueves juillet juin julho juli
  julia julian julie julien julio july june junho juni junio jupiter justice justin juve juventus
  kamil karin karl karol karolina kasia katarzyna katze kawasaki kennwort kermit kevin killer king
  kitten kitty klaus klinik knight kocham kochamcie kochanie komputer komputer1 kot kotek krakow
  krankenhaus kristen krzysztof ksiezniczka ksiezyc kuba laden lakers lamborghini laptop lato
  laura lauren lazio leben legend legends legia legolas lekarz lemon leon leone letmein letmeinnow
  letmeinplease liberta libertad liberte liberty liebe liebling lightning lily linda linkedin
  linux lion lisa lisboa lisbon liverpool lkjhgfdsa lobo lodz login logon lol123 london londra
  londres lorenzo lottery louis louise love lovebug loveless lovelove lovelovelove lovely loveme
  lover lovers loveyou luca lucas lucia lucky lucy ludovic luglio luigi luis luisa lukasz luna
  lundi lune lunedi lunes lupo lyon maciej maciek madonna madre madrid magdalena maggie maggio
  maio malaga malgorzata mama maman mami mamma manager manchester manuel manuela manutd mar
  maradona marcel march marcin marco marcos mardi mare marek margaret margarita marguerite maria
  marie marina mario mariposa marlboro mars marseille marta martedi martes martin martina marvin
  maryja maryjesus marz marzenie marzo maserati master masterpassword mateczka mateo mateusz
  mathieu matka matrix matrix1 matteo matthew maverick max maxwell mayo mdp medico meer melissa
  member mercedes mercedesbenz mercoledi mercredi mercury merlin messi metallica mexico miamor
  michael michal michele michelle mickey mickeymouse microsoft midnight miercoles miguel milan
  milano miller million millionaire milo minecraft minnie misiaczek misiek misiu mission
  mitarbeiter mittwoch mnbvcxz molly mommy mond monday money monica monika monkey monkeys monster
  montag montana moonlight moose morgan morze motdepasse mother mountain mozart mozilla muffin
  mulder munchen murphy music musica musik musique mustang mustbechanged mustchange mutter mybaby
  mypassword mysql myszka nantes napoli naruto nascar natalia natalka natasha nathalie negozio
  nelson netflix network newpassword newyork neymar nice nicola nicolas nicole niebo niedziela
  niemcy nightmare niklas ninja nintendo nirvana noidea nokia nonna nonno nopassword nothing
  nothings november novembre noviembre nurse nutella oceans october octobre octubre office oficina
  ojciec oktober ola oldpassword oliver olivia olivier oma opa opel opensesame openthedoor optica
  optician optiker oracle orange ordenador ordinateur oscar ospedale otono ottica ottobre outlook
  outubro p455w0rd p4ssword pa55w0rd pa55word pablo pace padre paix palavrapasse palermo palmeiras
  panda panther paola paolo papa papi papiez papillon paris parola parolachiave pass pass1234
  passion passpass passw0rd passwd password password123password passwordpassword passwords
  passwort patricia patrick patriots patrizia patryk paul paula paulo pawel paz peaches peanut
  pedro pepper perro personal peter peugeot pharmacy philippe phoenix piano piatek picasso
  pieniadze pierre pies pikachu pink piotr pisa pizza playa player playstation plaza please
  pleasechange poczatek poiuytrewq pokemon pokoj polak poland polen polonia polska polska1
  poniedzialek popcorn porsche porto portugal postgres postgresql power poznan pracownik predator
  primavera prince princesa princess principe principessa printemps prinzessin private professor
  provisional przyjaciel pumpkin puppy purple q1w2e3 q1w2e3r4 q1w2e3r4t5 qazwsx qazwsxedc qazxsw
  quality queen queue qwe qwe123 qweasd qweasdzxc qweqwe qwer qwer1234 qwert qwerty qwertyqwerty
  qwertyu qwertyui qwertyuiop qwertz qwertzuiop radosc rafael raiders rainbow rainbows ranger
  raphael raquel rascal realmadrid rebel recepcion recepcja reception rechner red redskins redsox
  regenbogen reggie regina reina remember renault reve rey rezeption ricardo riccardo richard
  rihanna robert roberta roberto roblox rocky rodzina rolling roma rome ronaldo rooster root
  rootpassword rootroot rosa rose rosie router ruben ruby rugby runner russia sabado sabrina
  safety sailor salmon salut salvatore samantha samedi sammy samstag samsung samsung1 samuel
  samuele samurai sandra saopaulo sapphire sara sarah saturday saturn saudade scarlet schalke
  schatz schatzi schmetterling schokolade schueler schwester scooby scoobydoo scooter scorpio
  scorpion seat sebastian sebastiano secret secreto secure securite security segredo segreto
  seguridad seguro senator senha september septembre septiembre serce sergio server service
  services servus sesame sesamoeffneteuch setembro settembre sevilla sexy sexyboy sexygirl shadow
  shakira shop sicher sicherheit sicurezza sicuro sierra signin silver silvia simba simon simone
  simpson siostra sister skarb skating skippy sklep skoda skywalker slayer slonce sloneczko
  slytherin smokey snickers snoopy snowball snowflake snowman sobota soccer societe sofia sogno
  sol soldi soldier sole soleil something sommer sonne sonntag sony sophie sorella spaghetti spain
  spanien sparky speedy spiaggia spider spiderman spirit sporting spring squirt sroda staff
  stalker starfish stargate startkennwort startpassword startrek startstart starwars stefan
  stefania stefano stella stephen sterling stern steven store strand strawberry student studente
  stupid stuttgart success sueno suerte sugar summer sunday sunflower sunset sunshine superman
  superuser supervisor support surfer susana susanne suzuki sweetheart swimming swordfish system
  szczescie szpital tajne tarado tata teacher teamo teddy teddybear temp temporal temporary tennis
  tequiero teresa tesorino tesoro test tester testing testtest testuser texas thepassword
  thisismypassword thomas thunder thunderbird thursday tiamo ticket tienda tiger tigger tigre
  tiktok tinkerbell titanic titans tobias tomas tomasz tommaso toor torino toulouse toyota traum
  travel tresor triumph trouble trustme trustno trustnoone tuesday turtle twitter ubuntu ufficio
  unicorn united universe user username userpassword useruser usuario utente utilisateur uwe
  valencia valentina vampire vanessa vater vendredi venerdi venezia verano veronica veronika vespa
  victoria vida vie viernes viking violet viper vita vittoria volkswagen volleyball voodoo voyager
  walter warcraft warrior warszawa weasel wednesday welcome welcomeback welcomehome welcometo
  welcometothejungle weronika wertyui whatever whatsapp white wien wifi wildcat william willkommen
  windows winner winnie winter wiosna wireless witamy wizard wlochy wojciech wolf wolfgang wolnosc
  wonder wonderwoman wrestling wroclaw wsxedc wtorek xavier xbox xsw xsw2zaq1 yahoo yamaha yankees
  yellow yoda yolanda yourpassword youtube yxcvbnm zabka zaphod zaq zaq12wsx zaq1xsw2 zaq1zaq1
  zaqwsx zaragoza zelda zima zofia zombie zurich zuzanna zxc zxc123 zxcvbn zxcvbnm
  zxcvbnmasdfghjkl zycie
  `.match(/\S+/g)
)
